import { shellCommands } from './shell-commands.ts';
import type { RunnableStep } from './types.ts';

/** Reads the value of `input=`: answers to prompts, one after another, separated by `\n`. */
export const readAnswers = (value: string): readonly string[] => value.split('\\n');

/**
 * Gives a script its answers on standard input. It stays in the shell it is in: its variables and folder last.
 *
 * @example withAnswers('read NAME', ['Alice']) // "{\nread NAME\n} <<'TEJUN_ANSWERS'\nAlice\nTEJUN_ANSWERS"
 */
export function withAnswers(script: string, answers: readonly string[] | undefined): string {
  if (!answers) return script;
  let word = 'TEJUN_ANSWERS';
  while (answers.includes(word)) word += '_';
  return `{\n${script}\n} <<'${word}'\n${answers.join('\n')}\n${word}`;
}

/** Commands that may ask: most scripts have none, and are not taken apart. */
const MAY_ASK = /\b(?:read|rm|cp|mv|aws)\b/;
/** Standard input from elsewhere: `done < file`, `} <<EOF`, `... | while read`. */
const FED = /(?:\bdone|\bfi|[})])\s*\d*<|\bwhile\b|\(\)/;

/**
 * Finds the command of a step that would wait for its reader; undefined where there is none, or answers are given.
 *
 * @example waitingCommand({ script: "read -p 'Code: ' CODE", ... }) // "read -p 'Code: ' CODE"
 */
export function waitingCommand({
  script,
  input,
}: Pick<RunnableStep, 'script' | 'input'>): string | undefined {
  if (input || !MAY_ASK.test(script) || FED.test(script)) return undefined;
  const found = shellCommands(script).find(
    ({ words, piped }) =>
      !piped && !words.some((word) => word.includes('<')) && asks(withoutAssignments(words)),
  );
  return found && withoutAssignments(found.words).join(' ');
}

const withoutAssignments = (words: readonly string[]): string[] =>
  words.slice(words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word)));

function asks([name, ...args]: readonly string[]): boolean {
  switch (name) {
    case 'read':
      return !args.some((arg) => /^-\w*u/.test(arg));
    case 'rm':
    case 'cp':
    case 'mv':
      return args.some((arg) => /^(?:-(?=[a-zA-Z]*i)[a-zA-Z]+|--interactive(?:=.*)?)$/.test(arg));
    case 'aws':
      return isBareConfigure(args);
    default:
      return false;
  }
}

/** `aws configure` and `aws configure --profile NAME`; with another word it is a subcommand that asks nothing. */
function isBareConfigure(args: readonly string[]): boolean {
  const words = args.filter(
    (arg, index) => !arg.startsWith('-') && !/^--(?:profile|region)$/.test(args[index - 1] ?? ''),
  );
  return words.length === 1 && words[0] === 'configure' && !args.includes('help');
}
