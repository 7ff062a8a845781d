import { expect, test } from 'vitest';
import { applyEdits } from '../../src/translation/edits.ts';

test('edits are applied by place, those at one place in the order given', () => {
  const edits = [
    { start: 4, end: 5, text: 'E' },
    { start: 1, end: 3, text: '-' },
    { start: 0, end: 0, text: '1' },
    { start: 0, end: 0, text: '2' },
  ];
  expect(applyEdits('abcdef', edits)).toBe('12a-dEf');
  expect(applyEdits('abc', [])).toBe('abc');
});
