import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOversize, LARGEST_TEXT, LONGEST_LINE, type Problem, problemAt } from '../procedure/index.ts';
import { leadsOut } from './real-target.ts';

export type ReadText =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: Problem };

/** Keeps a byte order mark, so that a text can be compared with the bytes of its file. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a text file of the project. Bytes that are not UTF-8 text are a problem, as are a text
 * that is too large and a link that leads nowhere or out of the project.
 *
 * @param file path relative to the project
 * @throws the file system's error, `ENOENT` where there is no such file any more
 */
export function readText(root: string, file: string): ReadText {
  const problem = (code: 'not-utf8' | 'dangling-link' | 'outside-link'): ReadText => ({
    problem: problemAt(file, { line: 1, column: 1 }, code),
  });
  let bytes: Uint8Array;
  try {
    if (leadsOut(root, file)) return problem('outside-link');
    bytes = readFileSync(join(root, file));
  } catch (error) {
    if (lstatSync(join(root, file), { throwIfNoEntry: false })?.isSymbolicLink())
      return problem('dangling-link');
    throw error;
  }
  // UTF-16 of plain ASCII is valid UTF-8 with a NUL beside each letter.
  if (bytes.includes(0)) return problem('not-utf8');
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return problem('not-utf8');
  }
  const oversize = oversizeProblem(file, text);
  return oversize ? { problem: oversize } : { text };
}

function oversizeProblem(file: string, text: string): Problem | undefined {
  const found = findOversize(text);
  if (!found) return undefined;
  const { line, length } = found;
  return line === undefined
    ? problemAt(file, { line: 1, column: 1 }, 'large-file', length, LARGEST_TEXT)
    : problemAt(file, { line, column: 1 }, 'long-line', length, LONGEST_LINE);
}

/** Reads a text file, or gives undefined where it was removed since it was listed: an editor may save by rename. */
export function readTextIfThere(root: string, file: string): ReadText | undefined {
  try {
    return readText(root, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
