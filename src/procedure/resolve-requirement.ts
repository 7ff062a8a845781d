import type { PageIdentity } from './types.ts';

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
