import { expect, test } from 'vitest';
import type { EventRule } from '../../../../../src/aws/sandbox/services/events/events-state.ts';
import { type BusEvent, targetInput } from '../../../../../src/aws/sandbox/services/events/target-input.ts';

const RULE = { name: 'r', arn: 'arn:aws:events:ap-northeast-1:123456789012:rule/r' } as EventRule;
const EVENT: BusEvent = {
  version: '0',
  id: 'one',
  'detail-type': 'order',
  source: 'shop',
  account: '123456789012',
  time: '2026-01-05T00:00:00Z',
  region: 'ap-northeast-1',
  resources: [],
  detail: {
    payload: { acc_id: '0a78', sf_id: 'baz' },
    single: ['HIGH'],
    multi: ['ACTIVE', 'INACTIVE'],
    valid: true,
    n: 1,
  },
};
const transform = (InputTemplate: string, InputPathsMap: Record<string, string> = {}) =>
  targetInput({ Id: 'a', Arn: 'b', InputTransformer: { InputTemplate, InputPathsMap } }, EVENT, RULE, 'now');

// As recorded on AWS.
test.each([
  ['"<multi> and <single>"', '"[ACTIVE,INACTIVE] and [HIGH]"'],
  ['"Payload of <payload> with <user>"', '"Payload of {acc_id:0a78,sf_id:baz} with 0a78"'],
  ['"Command is <valid>!"', '"Command is true!"'],
  [
    '{"id" : "<user>", "all": [<user>, "x", <payload>]}',
    '{"id" : "0a78", "all": ["0a78", "x", {"acc_id":"0a78","sf_id":"baz"}]}',
  ],
  ['{"command": <absent>, "text": "<absent>"}', '{"command": "", "text": ""}'],
  ['"<single>"\n"<user>"', '"[HIGH]"\n"0a78"'],
  ['"{[/ <n> <unknown>"', '"{[/ 1 <unknown>"'],
  ['"<aws.events.rule-arn> <aws.events.rule-name> <aws.events.event.ingestion-time>"', `"${RULE.arn} r now"`],
])('%s', (template, expected) => {
  const paths = {
    ...{ multi: '$.detail.multi', single: '$.detail.single', payload: '$.detail.payload', n: '$.detail.n' },
    ...{ user: "$.detail['payload'].acc_id", valid: '$.detail.valid', absent: '$.detail.absent' },
  };
  expect(transform(template, paths)).toBe(expected);
});

test('a template may have the whole event, with its detail and without', () => {
  const { original, json } = JSON.parse(
    transform('{"original": <aws.events.event>, "json": <aws.events.event.json>}'),
  );
  expect(json).toEqual(EVENT);
  const { detail: _detail, 'detail-type': detailType, ...rest } = EVENT;
  expect(original).toEqual({ ...rest, detailType });
});

test.each([
  [{}, JSON.stringify(EVENT)],
  [{ Input: '{"fixed":true}' }, '{"fixed":true}'],
  [{ InputPath: '$.detail.multi[1]' }, '"INACTIVE"'],
  [{ InputPath: '$' }, JSON.stringify(EVENT)],
])('%j', (input, expected) => {
  expect(targetInput({ Id: 'a', Arn: 'b', ...input }, EVENT, RULE, 'now')).toBe(expected);
});
