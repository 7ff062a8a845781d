import type { PagePair } from '../../src/translation/index.ts';

/** A page and its English translation. */
export const pairOf = (source: string | undefined, translation: string | undefined): PagePair => ({
  ...{ id: 'c/p', locale: 'en', sourceFile: 'docs/c/p.mdx' },
  file: 'i18n/en/docusaurus-plugin-content-docs/current/c/p.mdx',
  source,
  translation,
});
