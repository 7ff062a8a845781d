import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the files below a folder, sorted. Names that begin with a dot are left out: they belong to editors and tools.
 * A link to a folder is followed, once.
 *
 * @returns paths from the folder, with forward slashes; none where there is no such folder
 */
export function findFiles(folder: string): string[] {
  return filesIn(folder, '', new Set()).sort(byCodeUnits);
}

function filesIn(folder: string, prefix: string, above: ReadonlySet<string>): string[] {
  const real = ifThere(() => realpathSync(folder));
  if (real === undefined || above.has(real)) return [];
  const entries = ifThere(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const name = prefix + entry.name;
      if (isFolder(entry, path)) return filesIn(path, `${name}/`, new Set([...above, real]));
      return entry.isFile() || entry.isSymbolicLink() ? [name] : [];
    });
}

const isFolder = (entry: Dirent, path: string): boolean =>
  entry.isDirectory() ||
  (entry.isSymbolicLink() && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false));

function ifThere<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
