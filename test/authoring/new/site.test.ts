import { expect, test } from 'vitest';
import { siteFiles } from '../../../src/authoring/new/index.ts';
import { readPage } from '../../../src/procedure/index.ts';

const textOf = (files: ReturnType<typeof siteFiles>, name: string): string =>
  files.find(({ file }) => file === name)?.after ?? `There is no ${name}.`;

test.each([
  ['ja', 'en'],
  ['en', 'ja'],
] as const)('a site that begins in %s is translated into %s', (source, translation) => {
  const files = siteFiles(source, 'my-site');
  const current = `i18n/${translation}/docusaurus-plugin-content-docs/current`;
  const pages = files.map(({ file }) => file).filter((file) => file.endsWith('.mdx'));
  expect(
    pages.filter((file) => file.startsWith('docs/')).map((file) => file.replace('docs', current)),
  ).toEqual(pages.filter((file) => file.startsWith('i18n/')));
  expect(Object.keys(JSON.parse(textOf(files, 'i18n/locales.json')))).toEqual([source, translation]);
  expect(textOf(files, 'docusaurus.config.ts')).toContain(`defaultLocale: '${source}'`);
  for (const file of pages) {
    const { problems } = readPage(textOf(files, file), { id: 'c/p', file, locale: source });
    expect(problems).toEqual([]);
  }
});

test('the site depends on this version of Tejun, unless another is named', () => {
  const dependency = (spec?: string) =>
    JSON.parse(textOf(siteFiles('en', 'my-site', spec), 'package.json')).dependencies.tejun;
  expect(dependency()).toMatch(/^\^\d+\.\d+\.\d+$/);
  expect(dependency('file:../tejun.tgz')).toBe('file:../tejun.tgz');
});
