import { expect, test } from 'vitest';
import { identifyPage } from '../../src/project/index.ts';

test.for([
  ['docs/sts/run.mdx', { id: 'sts/run', locale: 'ja' }],
  ['docs/index.md', { id: 'index', locale: 'ja' }],
  [
    'i18n/en/docusaurus-plugin-content-docs/current/sts/run.mdx',
    { id: 'sts/run', locale: 'en', isTranslation: true },
  ],
  ['docs/sts/_account.yaml', undefined],
  ['src/pages/index.mdx', undefined],
  ['i18n/en/code.json', undefined],
] as const)('%s', ([file, expected]) => {
  expect(identifyPage(file, 'ja')).toEqual(expected && { ...expected, file });
});

test('docs/ holds the pages of the source locale, whichever that is', () => {
  expect(identifyPage('docs/a.mdx', 'en')?.locale).toBe('en');
});
