import { expect, test } from 'vitest';
import { Fold } from '../../../src/components/Fold/index.tsx';
import { markup } from '../markup.ts';

test('what is folded is not made, and stands as plain text for who runs no scripts', () => {
  const made = () => {
    throw new Error('It was made.');
  };
  expect(markup(Fold, { summary: '3 more', plain: 'one two three', children: made })).toBe(
    '<details><summary>3 more</summary><noscript>one two three</noscript></details>',
  );
});
