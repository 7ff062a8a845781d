/** Records of the runs of a page, which are kept by its id. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFiles } from '../../project/index.ts';

/** A file with its new content, and where that belongs. */
export interface Moved {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly target: string;
}

const RECORDINGS = 'test/recordings';
const VERIFIED = 'verified';

export function movedRecordings(root: string, ids: ReadonlyMap<string, string>): Moved[] {
  return findFiles(join(root, RECORDINGS)).flatMap((path) => {
    const id = path.replace(/\.json$/, '');
    const now = ids.get(id);
    if (now === undefined) return [];
    const file = `${RECORDINGS}/${path}`;
    const before = readFileSync(join(root, file), 'utf8');
    const after = before.replace(`"page": ${JSON.stringify(id)}`, () => `"page": ${JSON.stringify(now)}`);
    return [{ file, before, after, target: `${RECORDINGS}/${now}.json` }];
  });
}

/** @param hashes of pages that say the same as before, and name another page */
export function movedVerifications(
  root: string,
  ids: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
): Moved[] {
  return findFiles(join(root, VERIFIED)).flatMap((path) => {
    const file = `${VERIFIED}/${path}`;
    const before = readFileSync(join(root, file), 'utf8');
    const kept = JSON.parse(before);
    const pages = Object.entries(kept.pages ?? {}).map(([id, results]) => [ids.get(id) ?? id, results]);
    const after = JSON.stringify(
      { ...kept, pages: Object.fromEntries(pages) },
      (key, value) => (key === 'hash' ? (hashes.get(value) ?? value) : value),
      2,
    );
    return [{ file, before, after: `${after}\n`, target: file }];
  });
}
