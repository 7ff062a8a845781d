import { expect, test } from 'vitest';
import { checkLogTags } from '../../../../../src/aws/sandbox/services/logs/log-tag-rules.ts';

const tags = (count: number) => new Map(Array.from({ length: count }, (_, index) => [`k${index}`, '']));

test('fifty tags are allowed, with letters of any script', () => {
  expect(() => checkLogTags(tags(50))).not.toThrow();
  expect(() => checkLogTags(new Map([['環境', 'テスト a+b=c']]))).not.toThrow();
});

test.each([
  [tags(51), 'TooManyTagsException'],
  [new Map([['aws:x', '']]), 'InvalidParameterException'],
  [new Map([['', '']]), 'InvalidParameterException'],
  [new Map([['a'.repeat(129), '']]), 'InvalidParameterException'],
  [new Map([['a', 'b'.repeat(257)]]), 'InvalidParameterException'],
  [new Map([['a', '<b>']]), 'InvalidParameterException'],
])('%o is refused with %s', (given, code) => {
  expect(() => checkLogTags(given)).toThrow(expect.objectContaining({ code }));
});
