import { statSync } from 'node:fs';

/** Remembers what was read of each file until the file is written again: a save changes one file of a site. */
export function rememberFiles<Result>(): (path: string, read: () => Result) => Result {
  const known = new Map<string, { readonly version: string; readonly result: Result }>();
  return (path, read) => {
    const version = fileVersion(path);
    const last = known.get(path);
    if (version !== undefined && last?.version === version) return last.result;
    const result = read();
    if (version === undefined) known.delete(path);
    else known.set(path, { version, result });
    return result;
  };
}

/** Changes with each write of a file, in nanoseconds; undefined where there is none. */
function fileVersion(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size}`;
}
