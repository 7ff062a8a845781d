import { expect, test } from 'vitest';
import { InputError, UsageError } from '../../src/project/index.ts';

const problem = { file: 'a.mdx', line: 2, column: 1, code: 'x', message: 'It is wrong.', fix: 'Mend it.' };

test('the message lists all problems, then counts them and says what follows', () => {
  expect(new InputError([problem]).message).toBe(
    'a.mdx:2:1  It is wrong.\n    Mend it.\n\n1 problem. No page was run.',
  );
  expect(new InputError([problem, problem], 'Nothing was checked.').message).toMatch(
    /\n\n2 problems\. Nothing was checked\.$/,
  );
});

test('it is a wrong usage, with the problems as data', () => {
  const error = new InputError([problem]);
  expect(error).toBeInstanceOf(UsageError);
  expect(error.problems).toEqual([problem]);
});
