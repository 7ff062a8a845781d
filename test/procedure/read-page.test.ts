import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatProblem, readPage } from '../../src/procedure/index.ts';
import { problemCodes } from '../../src/procedure/problems.ts';

const FIXTURES = new URL('../fixtures/procedure/', import.meta.url);

/** The folders of a folder that hold a page, with the page's name. */
function casesIn(folder: URL): { name: string; page: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const page = readdirSync(new URL(`${entry.name}/`, folder)).find((file) => /\.mdx?$/.test(file));
    return page ? [{ name: entry.name, page }] : [];
  });
}

function read(folder: URL, { name, page }: { name: string; page: string }) {
  const source = readFileSync(new URL(`${name}/${page}`, folder), 'utf8');
  return readPage(source, { id: `course/${name}`, file: `docs/course/${page}`, locale: 'ja' });
}

test.for(casesIn(FIXTURES))('reads $name', async (fixture) => {
  const { page, problems } = read(FIXTURES, fixture);
  expect(problems.map(formatProblem)).toEqual([]);
  await expect(`${JSON.stringify(page, null, 2)}\n`).toMatchFileSnapshot(
    new URL(`${fixture.name}/page.json`, FIXTURES).pathname,
  );
});

const THROWS = new URL('throws/', FIXTURES);

test.for(casesIn(THROWS))('says what is wrong in $name', async (fixture) => {
  const { page, problems } = read(THROWS, fixture);
  expect(page).toBeUndefined();
  expect(problems.length).toBeGreaterThan(0);
  const told = problems.map((problem) => `${formatProblem(problem)}\n    [${problem.code}]\n`).join('');
  await expect(told).toMatchFileSnapshot(new URL(`${fixture.name}/problems.txt`, THROWS).pathname);
});

/** Found when files and pages are read together, and tested there. */
const BETWEEN_PAGES = [
  'not-utf8',
  'long-line',
  'long-paragraph',
  'deep-line',
  'large-file',
  'dangling-link',
  'outside-link',
  'config',
  'locales-file',
  'unlisted-locale',
  'broken-parser',
  'missing-partial',
  'partial-cycle',
  'partial-not-alone',
  'broken-link',
  'moved-page',
  'broken-anchor',
  'broken-image',
  'missing-page',
  'same-page',
  'missing-account',
  'requires-cycle',
  'other-account',
];

test('every problem of a page has its case', () => {
  const told = casesIn(THROWS).flatMap((fixture) => read(THROWS, fixture).problems.map(({ code }) => code));
  expect(problemCodes.filter((code) => !told.includes(code))).toEqual(BETWEEN_PAGES);
});
