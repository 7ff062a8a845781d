import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LintedPage, lintCourse, lintText } from '../../../src/authoring/lint/index.ts';
import { rules } from '../../../src/authoring/lint/rules/index.ts';
import { formatProblem, orderPages, type Problem, readPage } from '../../../src/procedure/index.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/authoring/lint', import.meta.url));
const cases = readdirSync(FIXTURES).filter((name) => statSync(join(FIXTURES, name)).isDirectory());

/** The pages of `<case>/<name>/`, or the one page `<case>/<name>.mdx`, as a course. */
function lint(name: string, which: 'wrong' | 'right'): Problem[] {
  const entries = readdirSync(join(FIXTURES, name));
  const files = entries.includes(which)
    ? readdirSync(join(FIXTURES, name, which)).map((file) => `${which}/${file}`)
    : [`${which}.mdx`];
  const linted = files.map((file): LintedPage => {
    const source = readFileSync(join(FIXTURES, name, file), 'utf8');
    const id = `course/${file.replace(/^\w+\/|\.mdx$/g, '')}`;
    const { page, problems } = readPage(source, { id, file, locale: 'ja' });
    if (!page) throw new Error(problems.map(formatProblem).join('\n'));
    return { page, source };
  });
  const pages = orderPages(linted.map(({ page }) => page));
  return lintCourse(pages.flatMap((page) => linted.find((one) => one.page === page) ?? []));
}

test.for(cases)('%s: what is wrong is found where it stands', async (name) => {
  const problems = lint(name, 'wrong');
  const told = problems.map((problem) => `${formatProblem(problem)}\n`).join('');
  expect(problems.length).toBeGreaterThan(0);
  await expect(told).toMatchFileSnapshot(join(FIXTURES, name, 'problems.txt'));
});

/** Read once for each of its characters, it would take minutes: the limit of a test ends it. */
test.for([' ', '\t', '\n'])(
  'a text of white space (%j), as large as a page may be, is read once',
  (blank) => {
    const text = `${blank.repeat(9_999)}\n`.repeat(90);
    expect(lintText('docs/c/p.mdx', text)).toEqual([]);
  },
);

test.for(cases)('%s: what only looks alike is left in peace', (name) => {
  expect(lint(name, 'right').map(formatProblem)).toEqual([]);
});

test.for(rules.map(({ name }) => name))('the rule %s has its cases, and finds something in them', (rule) => {
  expect(cases).toContain(rule);
  expect(lint(rule, 'wrong').map(({ code }) => code)).toContain(rule);
});

test('a place is inside the file, whatever the text', () => {
  const scrap = fc.constantFrom(
    ...[
      '210987654328',
      'AKIAABCDEFGHIJKLMNOP',
      'a@handson.jp',
      '52.95.110.1',
      '2600:1f18::1',
      '\n',
      '\r\n',
      ' ',
      ':',
      '-',
    ],
  );
  fc.assert(
    fc.property(fc.array(scrap), (scraps) => {
      const text = scraps.join('');
      const lines = text.split(/\r\n|\n/);
      for (const { line, column } of lintText('file', text)) {
        expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column);
      }
    }),
  );
});
