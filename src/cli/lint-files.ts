import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { UsageError } from '../doctest/index.ts';
import { identifyPage } from '../procedure/index.ts';

export interface TextFile {
  readonly path: string;
  /** As problems name it: relative to the project, with forward slashes. */
  readonly file: string;
  readonly isPage: boolean;
}

/** What is published: pages, partials, account files and other data beside them. */
const PUBLISHED =
  /^(?:docs|i18n\/[^/]+\/docusaurus-plugin-content-docs\/current)\/.*\.(?:mdx?|ya?ml|json|txt)$/;

/**
 * The files that paths name, those of a folder being what is published from it.
 * @throws UsageError for a path that nothing stands at.
 */
export function findTexts(paths: readonly string[], root: string): TextFile[] {
  const found = new Map<string, TextFile>();
  for (const path of paths) {
    if (!existsSync(path))
      throw new UsageError(`There is no file or folder ${relative(process.cwd(), path)}.`);
    for (const text of statSync(path).isDirectory() ? textsIn(path, root) : [textAt(path, root)]) {
      found.set(text.path, text);
    }
  }
  if (found.size === 0)
    throw new UsageError('Nothing that is published stands there: no page under docs/ or i18n/.');
  return [...found.values()];
}

function textsIn(folder: string, root: string): TextFile[] {
  const folders = folder === root ? ['docs', 'i18n'].map((name) => join(root, name)) : [folder];
  return folders
    .filter((one) => existsSync(one))
    .flatMap((one) => readdirSync(one, { recursive: true, encoding: 'utf8' }).map((name) => join(one, name)))
    .sort()
    .filter((path) => PUBLISHED.test(fileName(path, root)) && statSync(path).isFile())
    .map((path) => textAt(path, root));
}

function textAt(path: string, root: string): TextFile {
  const file = fileName(path, root);
  const identity = identifyPage(file);
  const isPage = identity !== undefined && file.endsWith('.mdx') && !/(?:^|\/)_/.test(file);
  return { path, file, isPage };
}

const fileName = (path: string, root: string) => relative(root, path).replaceAll('\\', '/');

export const readText = ({ path }: TextFile): string => readFileSync(path, 'utf8');
