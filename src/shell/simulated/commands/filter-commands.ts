import type { CustomCommand, ExecResult } from 'just-bash';
import { corrected, type FileAccess, type Original } from './corrected.ts';
import { failed, succeeded } from './exec-results.ts';

/** Commands of just-bash that did something else than the real ones, and did not say so. */
export const filterCommands: CustomCommand[] = [corrected('sed', sed), corrected('expr', expr)];

/** `-i.bak` keeps the file as it was under a second name; just-bash changes the file alone. */
async function sed(args: string[], justBash: Original, { fs, cwd }: FileAccess): Promise<ExecResult> {
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
  const refused = refusalOf(text, pattern);
  if (refused !== undefined) return failed(`expr: ${refused}`, 2);
  const found = new RegExp(`^(?:${fromBasic(pattern)})`, 'u').exec(text);
  const hasGroup = pattern.includes('\\(');
  const answer = hasGroup ? (found?.[1] ?? '') : String([...(found?.[0] ?? '')].length);
  return { ...succeeded(`${answer}\n`), exitCode: answer === '' || answer === '0' ? 1 : 0 };
}

const [MOST_TEXT, MOST_STARS] = [1_000, 3];

/** Why an expression is not tried: it could take longer than anybody waits. */
function refusalOf(text: string, pattern: string): string | undefined {
  if (text.length > MOST_TEXT) return `this shell's expr matches texts of at most ${MOST_TEXT} characters`;
  if (/\\\)(?:\*|\\[{+?])/.test(pattern)) return "this shell's expr repeats no group";
  const stars = pattern.match(/\*|\\[{+?]/g) ?? [];
  return stars.length > MOST_STARS ? `this shell's expr knows at most ${MOST_STARS} repetitions` : undefined;
}

/** In basic regular expressions, groups and repetitions have a backslash, and the others stand for themselves. */
const fromBasic = (pattern: string): string =>
  pattern.replace(/\\?[(){}|+?]/g, (one) => (one.startsWith('\\') ? one.slice(1) : `\\${one}`));
