import type { AwsHost } from '../types.ts';

/** An absolute path without `.`, `..` and doubled slashes: Python's `os.path.abspath`. */
export function absolutePath(path: string, cwd: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** `./a`, `../b/c`, `d/e`: how the CLI prints a local path. */
export function relativePath(path: string, cwd: string): string {
  const at = path.lastIndexOf('/');
  const [folder, name] = [absolutePath(path.slice(0, at + 1), '/'), path.slice(at + 1)];
  return joinPath(relativeFolder(folder, absolutePath(cwd, '/')), name);
}

function relativeFolder(folder: string, from: string): string {
  const [there, here] = [folder, from].map((path) => path.split('/').filter(Boolean)) as [string[], string[]];
  let common = 0;
  while (common < there.length && there[common] === here[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/') || '.';
}

/** Python's `os.path.join`: an absolute second path stands alone. */
export function joinPath(first: string, second: string): string {
  if (second.startsWith('/')) return second;
  return first === '' || first.endsWith('/') ? first + second : `${first}/${second}`;
}

/** As a path on the command line is read: no `~`, which the shell expands. */
export const pathOf = (path: string, host: Pick<AwsHost, 'cwd'>): string => absolutePath(path, host.cwd);
