import { expect, test } from 'vitest';
import { readTemplateText } from '../../../../../../src/aws/sandbox/services/cloudformation/template/read-text.ts';

test.each<[string, unknown]>([
  ['a: !Ref Queue', { a: { Ref: 'Queue' } }],
  ['a: !GetAtt Queue.Arn', { a: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
  ['a: !GetAtt Nested.Outputs.Url', { a: { 'Fn::GetAtt': ['Nested', 'Outputs.Url'] } }],
  ['a: !Sub "${Queue}-x"', { a: { 'Fn::Sub': '${Queue}-x' } }],
  ['a: !Join [",", [!Ref B, c]]', { a: { 'Fn::Join': [',', [{ Ref: 'B' }, 'c']] } }],
  ['a: !Condition IsProd', { a: { Condition: 'IsProd' } }],
  ['{"a": {"Ref": "Queue"}}', { a: { Ref: 'Queue' } }],
  // A number keeps its digits: an account id may begin with 0.
  ['a: 012345678901', { a: '012345678901' }],
  ['a: 1.10', { a: '1.10' }],
  ['a: 5', { a: 5 }],
  ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
])('%s', (text, data) => {
  expect(readTemplateText(text)).toEqual(data);
});

test.each([
  ['a: [1', /^Template format error: YAML not well-formed\. \(line 1, column \d+\)$/],
  ['{"a": ', /^Template format error: JSON not well-formed\. \(line 1, column \d+\)$/],
])('%s is refused', (text, message) => {
  expect(() => readTemplateText(text)).toThrow(message);
});

test('aliases that multiply are refused before they fill the memory', () => {
  const levels = Array.from(
    { length: 9 },
    (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`).join(', ')}]`,
  );
  expect(() => readTemplateText(['l0: &l0 [x]', ...levels].join('\n'))).toThrow(
    'YAML aliases are not allowed',
  );
});
