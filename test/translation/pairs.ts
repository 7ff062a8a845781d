import { acceptPage, type PagePair } from '../../src/translation/index.ts';

/** A page and its English translation. */
export const pairOf = (source: string | undefined, translation: string | undefined): PagePair => ({
  ...{ id: 'c/p', locale: 'en', sourceFile: 'docs/c/p.mdx' },
  file: 'i18n/en/docusaurus-plugin-content-docs/current/c/p.mdx',
  source,
  translation,
});

/** Returns the translation as it is once it is accepted for the source. */
export function acceptedText(source: string, translation: string): string {
  const accepted = acceptPage(pairOf(source, translation), 'ja');
  if (!('change' in accepted)) throw new Error('The pages of the test can be read.');
  return accepted.change.after;
}
