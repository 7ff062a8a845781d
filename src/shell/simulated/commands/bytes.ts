import type { CommandContext, ExecResult } from 'just-bash';

/** Bytes that one command may make or take from a device: test files for multipart uploads are as large. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** A result whose output is bytes: one character each, as just-bash passes bytes on. */
export function printedBytes(bytes: Uint8Array): ExecResult {
  return { stdout: toLatin1(bytes), stdoutKind: 'bytes', stderr: '', exitCode: 0 };
}

/** Standard input as bytes. A `ByteString` is a text with a character for each; what says so is missing in browsers. */
export const stdinBytes = ({ stdin }: Pick<CommandContext, 'stdin'>): Uint8Array => fromLatin1(String(stdin));

/** Reads a file, or standard input for `-`; where that fails, returns the reason in the words of the C library. */
export async function readInput(
  file: string,
  { fs, cwd, stdin }: Pick<CommandContext, 'fs' | 'cwd' | 'stdin'>,
): Promise<Uint8Array | string> {
  if (file === '-') return stdinBytes({ stdin });
  const path = fs.resolvePath(cwd, file);
  const found = await fs.stat(path).catch(() => undefined);
  if (!found) return 'No such file or directory';
  if (found.isDirectory) return 'Is a directory';
  return fs.readFileBuffer(path);
}

/** Writes a file; where that fails, returns the reason in the words of the C library. */
export async function writeOutput(
  file: string,
  content: Uint8Array | string,
  { fs, cwd }: Pick<CommandContext, 'fs' | 'cwd'>,
): Promise<string | undefined> {
  const path = fs.resolvePath(cwd, file);
  const found = await fs.stat(path).catch(() => undefined);
  if (found?.isDirectory) return 'Is a directory';
  try {
    await fs.writeFile(path, content);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code === 'ENOTDIR' ? 'Not a directory' : 'No such file or directory';
  }
}

/** Sizes of coreutils: `10`, `1k`, `5M`, `2MB`, `1GiB`; undefined for what is none. */
export function parseSize(text: string): number | undefined {
  const [, count, unit = ''] = /^(\d+)([A-Za-z]*)$/.exec(text) ?? [];
  const factor = UNITS[unit];
  return count === undefined || factor === undefined ? undefined : Number(count) * factor;
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  w: 2,
  b: 512,
  kB: 1000,
  KB: 1000,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  k: 1024,
  K: 1024,
  KiB: 1024,
  M: 1024 ** 2,
  MiB: 1024 ** 2,
  G: 1024 ** 3,
  GiB: 1024 ** 3,
};

/** Puts pieces together. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

export const toHex = (bytes: Uint8Array, between = ''): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(between);

export const fromLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** One character a byte. */
export function toLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 8_192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8_192));
  return text;
}
