import type { PageIdentity } from './types.ts';

const EXTENSION = /\.mdx?$/;
/** Where Docusaurus keeps the translated pages of its docs plugin. */
const TRANSLATED = /^i18n\/([^/]+)\/docusaurus-plugin-content-docs\/current\//;

/**
 * Which page a file is, by its path from the project's root with forward slashes.
 * `sourceLocale` is the one whose pages stand in docs/. Undefined: the file is no page.
 */
export function identifyPage(file: string, sourceLocale = 'ja'): PageIdentity | undefined {
  if (!EXTENSION.test(file)) return undefined;
  const translated = TRANSLATED.exec(file);
  const root = translated?.[0] ?? (file.startsWith('docs/') ? 'docs/' : undefined);
  if (root === undefined) return undefined;
  const id = file.slice(root.length).replace(EXTENSION, '');
  return { id, file, locale: translated?.[1] ?? sourceLocale };
}

/** The id that a `requires` entry means, on the page that has it. */
export function resolveRequirement(written: string, from: PageIdentity): string {
  const path = written.replace(EXTENSION, '');
  if (!/^\.{1,2}\//.test(path)) return path;
  const parts = from.id.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
