import { expect, test } from 'vitest';
import { createReporter, inReadingOrder, problemAt } from '../../src/procedure/problems.ts';

const place = (line: number, column: number) => ({ line, column, offset: 0 });

test('a problem says its file, its place, what is wrong and what to write', () => {
  expect(
    problemAt('docs/a.mdx', place(3, 5), 'unknown-role', 'comand', 'command', ['command']),
  ).toMatchObject({
    file: 'docs/a.mdx',
    line: 3,
    column: 5,
    code: 'unknown-role',
    message: expect.stringContaining('"comand"'),
    fix: expect.stringContaining('Did you mean "command"?'),
  });
});

test('where nothing is near, all that is known is listed', () => {
  const { fix } = problemAt('a', place(1, 1), 'unknown-attribute', 'foo', undefined, ['id', 'skip']);
  expect(fix).toContain('Known are: id, skip.');
});

test('a reporter keeps the problems of one file, and they are read from top to bottom', () => {
  const reporter = createReporter('a.mdx');
  reporter.report(place(2, 1), 'elapse-id');
  reporter.report(place(1, 9), 'elapse-children');
  reporter.report(place(1, 2), 'missing-reason');
  expect(inReadingOrder(reporter.problems).map(({ code }) => code)).toEqual([
    'missing-reason',
    'elapse-children',
    'elapse-id',
  ]);
  expect(reporter.problems.map(({ file }) => file)).toEqual(['a.mdx', 'a.mdx', 'a.mdx']);
});
