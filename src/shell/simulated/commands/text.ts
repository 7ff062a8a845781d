import { type CustomCommand, defineCommand, type ExecResult, type IFileSystem } from 'just-bash';
import { failed } from './answer.ts';

type Original = (args: string[]) => Promise<ExecResult>;
type Place = { readonly fs: IFileSystem; readonly cwd: string };

/** Commands of just-bash, made to print as coreutils' do. */
export const textCommands: CustomCommand[] = [mended('uniq', uniq), mended('head', head), mended('wc', wc)];

function mended(
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
  if (!args.some((arg) => /^(-\w*c\w*|--count)$/.test(arg))) return result;
  const stdout = result.stdout.replace(/^ *(\d+) /gm, (_, count: string) => `${count.padStart(7)} `);
  return { ...result, stdout };
}

/** Knows `-n -COUNT`: all lines but the last ones. */
async function head(args: string[], original: Original): Promise<ExecResult> {
  const { count, rest } = allBut(args);
  if (count === undefined) return original(args);
  if (rest.length > 1) return failed("head: this shell's head knows -n -COUNT for one file only");
  const result = await original(['-n', String(Number.MAX_SAFE_INTEGER), ...rest]);
  const lines = result.stdout.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return { ...result, stdout: lines.slice(0, Math.max(0, lines.length - count)).join('') };
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
