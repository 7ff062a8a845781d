/**
 * Part of `npm run lint`: refuses docblocks that open with a relative clause ("What ...", "Whether ..."). A docblock
 * opens with a verb (functions) or a noun (types).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPENING = /\/\*\*\s*(?:\*\s*)?(What|Who|Whose|Where|Whether)\b/g;

const root = process.argv[2] ?? '.';
const found = ['src', 'plugins', 'tools', 'bench', 'bin']
  .flatMap((folder) => files(folder))
  .flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(OPENING)].map(({ index, 1: word }) => {
      const line = text.slice(0, index).split('\n').length;
      return `${file}:${line}:1  This docblock opens with "${word}".\n    Open it with a verb (functions) or a noun (types).`;
    });
  });
for (const problem of found) process.stderr.write(`${problem}\n`);
process.exitCode = found.length > 0 ? 1 : 0;

function files(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((file) => /\.[jt]sx?$/.test(file))
      .sort();
  } catch {
    return [];
  }
}
