import { readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Lists the files below a folder, sorted. Names that begin with a dot are left out: they belong to editors and tools.
 * A link to a folder is followed, once.
 *
 * @returns paths from the folder, with forward slashes; none where there is no such folder
 */
export function findFiles(folder: string): string[] {
  const real = realFolder(folder);
  return real === undefined ? [] : filesIn(real, '', new Set()).sort(byCodeUnits);
}

/** @param folder without a link in its path: only where a link leads is asked of the disk, as each asking looks at every folder above */
function filesIn(folder: string, prefix: string, above: ReadonlySet<string>): string[] {
  if (above.has(folder)) return [];
  const within = new Set([...above, folder]);
  const entries = ifThere(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}${sep}${entry.name}`;
      const name = prefix + entry.name;
      if (entry.isDirectory()) return filesIn(path, `${name}/`, within);
      if (!entry.isSymbolicLink()) return entry.isFile() ? [name] : [];
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
      const real = isFolder ? realFolder(path) : undefined;
      return real === undefined ? [name] : filesIn(real, `${name}/`, within);
    });
}

const realFolder = (folder: string): string | undefined => ifThere(() => realpathSync.native(folder));

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
