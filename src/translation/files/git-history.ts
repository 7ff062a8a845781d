import { spawnSync } from 'node:child_process';
import { SITE_PAGES_FOLDER, SOURCE_FOLDER, UsageError } from '../../project/index.ts';
import type { History } from '../accepted.ts';

const SOURCES: readonly string[] = [SOURCE_FOLDER, SITE_PAGES_FOLDER];

/** Nobody translates from a text that is older by more changes. */
const VERSIONS = 100;

/**
 * Reads earlier texts of sources from git, asked only once they are wanted. A shallow clone, and a folder without git,
 * have none.
 *
 * @param blobs ids of blobs that may be asked for
 */
export function gitHistory(root: string, blobs: readonly string[]): History {
  let texts: ReadonlyMap<string, string> | undefined;
  let ids: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    blob(id) {
      texts ??= readBlobs(root, blobs);
      return texts.get(id);
    },
    versions(sourceFile) {
      ids ??= blobsOf(root);
      return readBlobs(root, ids.get(sourceFile)?.slice(0, VERSIONS) ?? []).values();
    },
  };
}

/** The blobs that each file has been, from the newest; also under names that it had before. */
function blobsOf(root: string): Map<string, string[]> {
  // Without core.quotePath and line ends: ":<modes> <old blob> <new blob> <kind>", path, for a rename another path.
  const { stdout } = spawnSync(
    'git',
    ['log', '--raw', '-z', '--no-abbrev', '-M', '--format=', '--relative', '--', ...SOURCES],
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
  return new Map(
    readObjects(root, ids).flatMap((text, index) => (text === undefined ? [] : [[ids[index] ?? '', text]])),
  );
}

/**
 * Reads files as they were at a revision, by their paths; those that it did not have are left out.
 *
 * @throws UsageError where git does not know the revision
 */
export function textsAt(root: string, revision: string, files: readonly string[]): Map<string, string> {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  if (spawnSync('git', asked, { cwd: root, stdio: 'ignore' }).status !== 0)
    throw new UsageError(
      `git knows no revision "${revision}" here. In a workflow, fetch it: actions/checkout with fetch-depth: 0.`,
    );
  const texts = readObjects(
    root,
    files.map((file) => `${revision}:./${file}`),
  );
  return new Map(texts.flatMap((text, index) => (text === undefined ? [] : [[files[index] ?? '', text]])));
}

/** Reads objects in the order of their names; undefined for one that git does not have. */
function readObjects(root: string, names: readonly string[]): (string | undefined)[] {
  if (names.length === 0) return [];
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: `${names.join('\n')}\n`,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 30,
  });
  // Each: "<id> blob <size>\n<content>\n", or "<name> missing\n".
  const texts: (string | undefined)[] = [];
  let rest: Buffer = stdout ?? Buffer.alloc(0);
  while (rest.length > 0) {
    const lineEnd = rest.indexOf('\n');
    if (lineEnd === -1) break;
    const [, type, size] = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(rest.subarray(0, lineEnd).toString()) ?? [];
    const length = size === undefined ? undefined : Number(size);
    texts.push(
      type === 'blob' && length !== undefined
        ? rest.subarray(lineEnd + 1, lineEnd + 1 + length).toString('utf8')
        : undefined,
    );
    rest = rest.subarray(lineEnd + 1 + (length === undefined ? 0 : length + 1));
  }
  return texts;
}
