import { existsSync, readdirSync } from 'node:fs';
import type { Language } from './glossary.ts';

/** Documents that are read by people, by the language they are written in. */
export function findDocuments(): readonly { readonly file: string; readonly language: Language }[] {
  const within = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.mdx?$/.test(name))
          .sort()
          .map((name) => `${folder}/${name}`)
      : [];
  const ja = ['README.ja.md', 'CONTRIBUTING.ja.md', ...within('docs')];
  const en = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...within('i18n/en')];
  return [
    ...ja.map((file) => ({ file, language: 'ja' as const })),
    ...en.map((file) => ({ file, language: 'en' as const })),
  ];
}
