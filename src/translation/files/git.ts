import { spawnSync } from 'node:child_process';

/** The texts of git blobs, by id; those that git does not have are left out, all of them where there is no git. */
export function readBlobs(root: string, ids: readonly string[]): Map<string, string> {
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
