import { expect, test } from 'vitest';
import { Changes, Resources } from '../../../src/components/Account/resources.tsx';
import type { AccountView } from '../../../src/session/index.ts';
import { markup, words } from '../markup.ts';

type Resource = AccountView['resources'][number];
const resource = (type: string, id: string, more: Partial<Resource> = {}): Resource =>
  ({ key: `${type} ${id}`, type, id, details: {}, isInitial: true, ...more }) as Resource;
const instance = resource('AWS::EC2::Instance', 'i-1', {
  ...{ region: 'ap-northeast-1', isInitial: false },
  details: { State: 'running', InstanceType: 't3.micro' },
});

test('resources are listed by service; a service with something new is open', () => {
  const view = { resources: [resource('AWS::S3::Bucket', 'b'), instance] } as unknown as AccountView;
  expect(words(Resources, { view })).toContain('i-1\nap-northeast-1\nState running, InstanceType t3.micro');
  expect(words(Resources, { view })).toMatch(/^S3 \(1\)\n/);
  expect(markup(Resources, { view }).match(/<details[^>]*>/g)).toEqual([
    '<details data-service="S3">',
    '<details open="" data-service="EC2">',
  ]);
});

test('each change has its sign, which is also said; only what has changed shows its details', () => {
  const changes = (['created', 'changed', 'deleted'] as const).map((kind) => ({ kind, resource: instance }));
  const html = markup(Changes, { changes } as unknown as AccountView);
  expect(html.match(/aria-label="[^"]+">./g)).toEqual([
    'aria-label="作成">+',
    'aria-label="変更">~',
    'aria-label="削除">−',
  ]);
  expect(html.match(/State running/g)).toHaveLength(1);
  expect(words(Changes, { changes: [] })).toBe('変更なし');
});
