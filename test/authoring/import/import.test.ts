import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importText } from '../../../src/authoring/import/index.ts';
import { formatProblem, readPage } from '../../../src/procedure/index.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/authoring/import', import.meta.url));

test.for(readdirSync(FIXTURES))('%s becomes a page', async (name) => {
  const folder = `${FIXTURES}/${name}`;
  const file = readdirSync(folder).find((entry) => entry.startsWith('input.')) ?? '';
  const { mdx, uncertain, format } = importText(readFileSync(`${folder}/${file}`, 'utf8'), { file });
  expect(format).toBe(name.split('-')[0]);
  await expect(mdx).toMatchFileSnapshot(`${folder}/page.mdx`);
  const told = uncertain.map(
    ({ line, endLine, message, fix }) => `${line}-${endLine}  ${message}\n    ${fix}\n`,
  );
  await expect(told.join('')).toMatchFileSnapshot(`${folder}/uncertain.txt`);
  const { problems } = readPage(mdx, { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' });
  expect(problems.map(formatProblem)).toEqual([]);
});
