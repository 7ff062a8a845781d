import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

/**
 * Real path of a file to write, behind all links; the file and its folders need not exist.
 *
 * @throws UsageError for a path or a link that leads out of the project, and for a link that leads nowhere
 */
export function realTarget(root: string, file: string): string {
  const target = followed(resolve(root, file), file);
  if (isBelow(realpathSync(root), target)) return target;
  throw new UsageError(
    `${file} leads out of the project, to ${target}. Nothing was written: replace the link with the file itself.`,
  );
}

/**
 * Tells whether a link leads from a project's file to one outside, which a stranger's project may not have read: messages
 * quote what is wrong in a file.
 *
 * @throws the file system's error, `ENOENT` where there is no such file
 */
export function leadsOut(root: string, file: string): boolean {
  const path = resolve(root, file);
  return isBelow(resolve(root), path) && !isBelow(realpathSync.native(root), realpathSync.native(path));
}

function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && !/^\.\.(?:[\\/]|$)/.test(inside) && inside !== path;
}

/**
 * Place of a file that a person names: below the working directory its real path, elsewhere the path as it is.
 *
 * @throws UsageError for a path below the working directory whose links lead out of it
 */
export function namedTarget(cwd: string, file: string): string {
  const path = resolve(cwd, file);
  return path.startsWith(`${cwd}${sep}`) ? realTarget(cwd, path) : path;
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A folder on the way is a file: writing will say so.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}

function followed(path: string, file: string): string {
  if (!isThere(path)) return join(followed(dirname(path), file), basename(path));
  try {
    return realpathSync(path);
  } catch {
    throw new UsageError(
      `${file} goes through a link that leads nowhere. Nothing was written: remove the link.`,
    );
  }
}
