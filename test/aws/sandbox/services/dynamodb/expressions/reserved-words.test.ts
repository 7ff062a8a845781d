import { expect, test } from 'vitest';
import { isReservedWord } from '../../../../../../src/aws/sandbox/services/dynamodb/expressions/reserved-words.ts';

test.each(['NAME', 'name', 'Status', 'year', 'TTL', 'ZONE', 'ABORT'])('%s is reserved', (word) => {
  expect(isReservedWord(word)).toBe(true);
});

test.each(['id', 'title', 'author', ''])('%s is not', (word) => {
  expect(isReservedWord(word)).toBe(false);
});
