import { expect, test } from 'vitest';
import { proseChanges } from '../../src/translation/changes.ts';
import { outline } from './outlines.ts';

const changes = (old: string, now: string) => proseChanges(outline(old).sections, outline(now), 'ja');

test('a changed section is told word by word', () => {
  const [change] = changes(
    '## A {/* #a */}\n\nバケットを作成します。',
    '## A {/* #a */}\n\nバケットを削除します。',
  );
  expect(change).toMatchObject({ kind: 'changed', heading: 'A', anchor: 'a' });
  expect(change?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '作成' },
    { kind: 'added', text: '削除' },
  ]);
});

test('sections that are new or gone are told whole', () => {
  const told = changes('## A\n\n## B {/* #b */}\n\nx', '## A\n\n## C {/* #c */}\n\n```sh\n1\n```\n');
  expect(told.map(({ kind, heading, parts }) => [kind, heading, parts.map((part) => part.kind)])).toEqual([
    ['added', 'C', ['added']],
    ['removed', 'B', ['removed']],
  ]);
  expect(told[1]?.parts[0]?.text).toMatch(/^## B\s[\s\S]*x$/);
});

test('white space is no change', () => {
  expect(changes('本文\nです。', '本文です。')).toEqual([]);
});
