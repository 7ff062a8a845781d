import { spawnSync } from 'node:child_process';
import type { History } from '../accepted.ts';

/** Nobody translates from a text that is older by more changes. */
const VERSIONS = 100;

/**
 * Reads earlier texts of sources from git, asked only once they are wanted. A shallow clone, and a folder without git,
 * have none.
 *
 * @param blobs ids of blobs that may be asked for
 * @param folder where sources are
 */
export function gitHistory(root: string, blobs: readonly string[], folder: string): History {
  let texts: ReadonlyMap<string, string> | undefined;
  let ids: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    blob(id) {
      texts ??= readBlobs(root, blobs);
      return texts.get(id);
    },
    versions(sourceFile) {
      ids ??= blobsOf(root, folder);
      return readBlobs(root, ids.get(sourceFile)?.slice(0, VERSIONS) ?? []).values();
    },
  };
}

/** The blobs that each file has been, from the newest; also under names that it had before. */
function blobsOf(root: string, folder: string): Map<string, string[]> {
  // Without core.quotePath and line ends: ":<modes> <old blob> <new blob> <kind>", path, for a rename another path.
  const { stdout } = spawnSync(
    'git',
    ['log', '--raw', '-z', '--no-abbrev', '-M', '--format=', '--relative', '--', folder],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 30 },
  );
  const blobs = new Map<string, string[]>();
  const laterNames = new Map<string, string>();
  const fields = (stdout ?? '').split('\0').filter((field) => field !== '');
  for (let index = 0; index < fields.length; ) {
    const [, , old = '', now = '', kind = ''] = fields[index]?.split(' ') ?? [];
    const before = fields[index + 1] ?? '';
    const isRename = kind.startsWith('R');
    const after = isRename ? (fields[index + 2] ?? '') : before;
    index += isRename ? 3 : 2;
    const name = laterNames.get(after) ?? after;
    if (isRename) laterNames.set(before, name);
    blobs.set(name, [...(blobs.get(name) ?? []), ...[now, old].filter((id) => /[1-9a-f]/.test(id))]);
  }
  return new Map([...blobs].map(([name, list]) => [name, [...new Set(list)]]));
}

/** The texts of git blobs, by id; those that git does not have are left out, all of them where there is no git. */
function readBlobs(root: string, ids: readonly string[]): Map<string, string> {
  const blobs = new Map<string, string>();
  if (ids.length === 0) return blobs;
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: `${ids.join('\n')}\n`,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 30,
  });
  // Each: "<id> blob <size>\n<content>\n", or "<id> missing\n".
  let rest: Buffer = stdout ?? Buffer.alloc(0);
  while (rest.length > 0) {
    const lineEnd = rest.indexOf('\n');
    if (lineEnd === -1) break;
    const [id = '', type, size] = rest.subarray(0, lineEnd).toString().split(' ');
    const length = size === undefined ? undefined : Number(size);
    if (length !== undefined && type === 'blob')
      blobs.set(id, rest.subarray(lineEnd + 1, lineEnd + 1 + length).toString('utf8'));
    rest = rest.subarray(lineEnd + 1 + (length === undefined ? 0 : length + 1));
  }
  return blobs;
}
