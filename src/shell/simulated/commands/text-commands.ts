import { type CustomCommand, defineCommand, type ExecResult, type IFileSystem } from 'just-bash';
import { ClockedFs } from '../clocked-fs.ts';
import { failed } from './exec-results.ts';

type Original = (args: string[]) => Promise<ExecResult>;
type Place = { readonly fs: IFileSystem; readonly cwd: string };

/** Commands of just-bash, made to print as coreutils' do. */
export const textCommands: CustomCommand[] = [fixed('uniq', uniq), fixed('head', head), fixed('wc', wc)];

function fixed(
  name: string,
  run: (args: string[], original: Original, place: Place) => Promise<ExecResult>,
): CustomCommand {
  return defineCommand(name, async (args, { origCommand, fs, cwd }) =>
    origCommand ? run(args, origCommand, { fs, cwd }) : failed(`bash: ${name}: command not found`, 127),
  );
}

/** Counts in a column of seven. */
async function uniq(args: string[], original: Original): Promise<ExecResult> {
  const result = await original(args);
  if (!args.some((arg) => /^(?:-(?=\w*c)\w+|--count)$/.test(arg))) return result;
  const stdout = result.stdout.replace(/^ *(\d+) /gm, (_, count: string) => `${count.padStart(7)} `);
  return { ...result, stdout };
}

/** Knows `-n -COUNT` (all lines but the last ones), `-c 2M`, and devices without end. */
async function head(given: string[], original: Original, { fs, cwd }: Place): Promise<ExecResult> {
  const { bytes, rest: operands } = byteCount(given);
  const [device, ...others] = operands.map((file) => fs.resolvePath(cwd, file));
  if (bytes !== undefined && device !== undefined && others.length === 0 && fs instanceof ClockedFs) {
    const read = fs.devices.read(device, Math.min(bytes, MOST_BYTES + 1));
    if (read && read.length > MOST_BYTES)
      return failed(`head: this shell reads at most ${MOST_BYTES} bytes of ${device}`);
    if (read) return { stdout: latin1(read), stdoutKind: 'bytes', stderr: '', exitCode: 0 };
  }
  const args = bytes === undefined ? given : ['-c', String(bytes), ...operands];
  const { count, rest } = allBut(args);
  if (count === undefined) return original(args);
  if (rest.length > 1) return failed("head: this shell's head knows -n -COUNT for one file only");
  const result = await original(['-n', String(Number.MAX_SAFE_INTEGER), ...rest]);
  const lines = result.stdout.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return { ...result, stdout: lines.slice(0, Math.max(0, lines.length - count)).join('') };
}

/** Bytes that one command may take from a device: test files for multipart uploads are as large. */
const MOST_BYTES = 64 * 1024 * 1024;

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 512,
  kB: 1000,
  MB: 1000 ** 2,
  K: 1024,
  KiB: 1024,
  M: 1024 ** 2,
  MiB: 1024 ** 2,
  G: 1024 ** 3,
};

/** `-c 2M FILE` -> its bytes, and the operands; without a plain count, no bytes. */
function byteCount(args: readonly string[]): { bytes?: number; rest: string[] } {
  const at = args.findIndex((arg) => /^(-c|--bytes)/.test(arg));
  const inline = /^(?:-c|--bytes=)(.+)$/.exec(args[at] ?? '')?.[1];
  const [, count, unit = ''] = /^(\d+)([A-Za-z]*)$/.exec(inline ?? args[at + 1] ?? '') ?? [];
  const factor = UNITS[unit];
  if (at < 0 || count === undefined || factor === undefined) return { rest: [...args] };
  const rest = [...args.slice(0, at), ...args.slice(at + (inline === undefined ? 2 : 1))];
  return { bytes: Number(count) * factor, rest };
}

/** One character a byte, as just-bash passes bytes on. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 8_192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8_192));
  return text;
}

function allBut(args: readonly string[]): { count?: number; rest: string[] } {
  const at = args.findIndex((arg) => /^(-n|--lines)(=?-\d+)?$/.test(arg));
  const inline = /-(\d+)$/.exec(args[at]?.slice(2) ?? '');
  const apart = inline ? undefined : /^-(\d+)$/.exec(args[at + 1] ?? '');
  const count = at < 0 ? undefined : (inline ?? apart)?.[1];
  if (count === undefined) return { rest: [...args] };
  return { count: Number(count), rest: [...args.slice(0, at), ...args.slice(at + (inline ? 1 : 2))] };
}

/** Columns as wide as the files together are long. */
async function wc(args: string[], original: Original, { fs, cwd }: Place): Promise<ExecResult> {
  const result = await original(args);
  const files = args.filter((arg) => !arg.startsWith('-'));
  if (files.length < 2) return result;
  const sizes = await Promise.all(
    files.map((file) =>
      fs.stat(fs.resolvePath(cwd, file)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const width = String(sizes.reduce((sum, size) => sum + size, 0)).length;
  const asked =
    new Set(
      args
        .filter((arg) => /^-[lwcm]+$/.test(arg))
        .join('')
        .replaceAll('-', ''),
    ).size || 3;
  const counts = new RegExp(`^(?: *\\d+){${asked}}(?= )`, 'gm');
  const stdout = result.stdout.replace(counts, (row) =>
    row
      .trim()
      .split(/ +/)
      .map((count) => count.padStart(width))
      .join(' '),
  );
  return { ...result, stdout };
}
