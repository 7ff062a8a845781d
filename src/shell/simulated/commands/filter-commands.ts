import type { CustomCommand, ExecResult } from 'just-bash';
import { corrected, type Original, type Place } from './corrected.ts';
import { succeeded } from './exec-results.ts';

/** Commands of just-bash that did something else than the real ones, and did not say so. */
export const filterCommands: CustomCommand[] = [
  corrected('sed', sed),
  corrected('expr', expr),
  corrected('jq', jq),
];

/** `-i.bak` keeps the file as it was under a second name; just-bash changes the file alone. */
async function sed(args: string[], justBash: Original, { fs, cwd }: Place): Promise<ExecResult> {
  const original = async (given: string[]): Promise<ExecResult> => {
    const result = await justBash(given);
    const stderr = result.stderr.replace(/^sed: (.*: No such file or directory)$/gm, "sed: can't read $1");
    // Status 2 of sed: a file of the command line could not be read.
    return { ...result, stderr, exitCode: stderr === result.stderr ? result.exitCode : 2 };
  };
  const suffix = args
    .map((arg) => /^(?:-i|--in-place=)(.+)$/.exec(arg)?.[1])
    .find((one) => one !== undefined);
  if (suffix === undefined) return original(args);
  const hasScript = args.some((arg) => /^(?:-[ef]|--expression|--file)/.test(arg));
  const operands = args.filter(
    (arg, index) => !arg.startsWith('-') && !/^-[ef]$/.test(args[index - 1] ?? ''),
  );
  for (const file of hasScript ? operands : operands.slice(1)) {
    const path = fs.resolvePath(cwd, file);
    if (await fs.exists(path))
      await fs.cp(
        path,
        suffix.includes('*') ? fs.resolvePath(cwd, suffix.replaceAll('*', file)) : path + suffix,
      );
  }
  return original(args.map((arg) => (/^(?:-i.|--in-place=)/.test(arg) ? '-i' : arg)));
}

/** `STRING : REGEXP` with a basic regular expression: what its group holds, or how many characters it matches. */
async function expr(args: string[], original: Original): Promise<ExecResult> {
  const [text = '', colon, pattern = ''] =
    args[0] === 'match' && args.length === 3 ? [args[1], ':', args[2]] : args;
  if (colon !== ':' || args.length !== 3) return original(args);
  const found = new RegExp(`^(?:${fromBasic(pattern)})`, 'u').exec(text);
  const hasGroup = pattern.includes('\\(');
  const answer = hasGroup ? (found?.[1] ?? '') : String([...(found?.[0] ?? '')].length);
  return { ...succeeded(`${answer}\n`), exitCode: answer === '' || answer === '0' ? 1 : 0 };
}

/** In basic regular expressions, groups and repetitions have a backslash, and the others stand for themselves. */
const fromBasic = (pattern: string): string =>
  pattern.replace(/\\?[(){}|+?]/g, (one) => (one.startsWith('\\') ? one.slice(1) : `\\${one}`));

/** `-j` prints texts as `-r` does, and `unique` sorts. */
function jq(args: string[], original: Original): Promise<ExecResult> {
  const raw = args.map((arg) => (/^-\w*j\w*$/.test(arg) ? `${arg}r` : arg === '--join-output' ? '-jr' : arg));
  return original(
    raw.map((arg) => arg.replace(UNIQUE, (match) => (match === 'unique' ? '(sort | unique)' : match))),
  );
}

/** The filter `unique`, past string literals and longer names. */
const UNIQUE = /"(?:[^"\\]|\\.)*"|[\w$.]+/g;
