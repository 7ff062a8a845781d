import type { PageIdentity } from './types.ts';

/** Returns the course of a page, the first folder of its id: `s3-buckets/make-bucket` -> `s3-buckets`, `intro` -> `.`. */
export const courseOf = (id: string): string => (id.includes('/') ? (id.split('/')[0] ?? id) : '.');

/**
 * Returns the path of an account file, relative to the project: in the folder of the page's course, one for all
 * languages.
 *
 * @example accountPath({ id: 'sts/run', file: 'i18n/en/.../sts/run.mdx', isTranslation: true }, 'account') // 'docs/sts/_account.yaml'
 * @example accountPath({ id: 'README', file: 'README.md' }, 'account') // '_account.yaml'
 */
export function accountPath(page: Omit<PageIdentity, 'locale'>, account: string): string {
  const isInDocs = page.isTranslation || page.file.startsWith('docs/');
  const folders = [isInDocs ? 'docs' : '.', courseOf(page.id)].filter((name) => name !== '.');
  return [...folders, `_${account}.yaml`].join('/');
}

/**
 * Resolves an entry of `requires` to a page id: a path from the page that has the entry, or an id.
 *
 * @example resolveRequirement('./get-token.mdx', { id: 'sts/run', ... }) // 'sts/get-token'
 */
export function resolveRequirement(written: string, from: PageIdentity): string {
  const path = written.replace(/\.mdx?$/, '');
  if (!/^\.{1,2}\//.test(path)) return path;
  const parts = from.id.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
