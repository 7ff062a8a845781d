import type { ScriptedStep } from '../types.ts';
import { commandOf } from './command-rules.ts';

/** As terminals open: 24 lines, of which `less -F` keeps one for its prompt, with 80 columns. */
const [ROWS, COLUMNS] = [23, 80];
/** They print without the pager, whatever it is set to. */
const UNPAGED = new Set(['s3', 'configure', 'logs']);

/**
 * Tells whether version 2 of the AWS CLI pages its output: it does unless a setting names another pager, or none.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html#cli-usage-pagination-clientside
 * @returns undefined where a simple command changes nothing of it.
 */
export function changesPaging(words: readonly string[]): boolean | undefined {
  const { name, args } = commandOf(words);
  if (name === 'unset') return args.some((word) => word === 'AWS_PAGER') || undefined;
  if (name === 'aws' && args[0] === 'configure' && args[1] === 'set' && args[2] === 'cli_pager')
    return !isNone(args[3] ?? '');
  // In front of a command, an assignment holds for that command only.
  if (name !== '' && name !== 'export') return undefined;
  const value = words
    .map((word) => /^(?:AWS_)?PAGER=(.*)$/.exec(word)?.[1])
    .find((found) => found !== undefined);
  return value === undefined ? undefined : !isNone(value);
}

const isNone = (value: string) => /^(["']?)(?:cat)?\1$/.test(value);

/** Tells whether long output of this command goes through the pager. */
export function isPaged(words: readonly string[], piped: boolean): boolean {
  const { name, args } = commandOf(words);
  if (name !== 'aws' || piped || args.includes('--no-cli-pager')) return false;
  if (words.some((word) => /^[1&]?>/.test(word) || /^(?:AWS_)?PAGER=/.test(word))) return false;
  return !UNPAGED.has(args.find((word) => /^[a-z]/.test(word)) ?? '');
}

/** How many rows of a terminal a step prints, by its result example; undefined when they fit. */
export function rowsBeyondScreen(step: ScriptedStep): number | undefined {
  if (!('result' in step) || !step.result) return undefined;
  const lines = step.result.body.split('\n');
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
  return rows > ROWS ? rows : undefined;
}
