import { say } from '../../../language/index.ts';
import { type Page, type SimpleCommand, shellCommands } from '../../../procedure/index.ts';
import { type CourseRule, type Found, type FoundInStep, isScripted, type ScriptedStep } from '../types.ts';

const PAGERS = new Set(['less', 'more', 'most', 'lv', 'pg', 'man', 'info']);
const PAGING_GIT = new Set(['log', 'diff', 'show', 'blame', 'reflog']);
const SETS_PAGER = /^(?:AWS_PAGER|PAGER|GIT_PAGER)=(?!["']?(?:cat)?["']?$)/;

/** A pager waits for a key: whoever follows the page is stuck, and a pasted rest of it becomes its input. */
export const pagerRule: CourseRule = {
  name: 'pager',
  reads: 'course',
  find(pages) {
    /** The pager of the AWS CLI stays as it is set, on the pages that follow too. */
    const shell = { paging: true };
    return pages.flatMap((page) =>
      page.steps.filter(isScripted).flatMap((step) => findInStep(page, step, shell)),
    );
  },
};

function findInStep(page: Page, step: ScriptedStep, shell: { paging: boolean }): FoundInStep[] {
  const all = shellCommands(step.script);
  const isPiped = (place: number) => all[place + 1]?.piped ?? false;
  const paged = all.filter(({ words }, place) => isPaged(words, isPiped(place)));
  const rows = rowsBeyondScreen(step);
  return all.flatMap((statement, place): FoundInStep[] => {
    shell.paging = changesPaging(statement.words) ?? shell.paging;
    const text = statement.words.join(' ');
    const fix = fixOf(statement, isPiped(place));
    // Of several that print, none need be long.
    const isLong = shell.paging && rows !== undefined && paged.length === 1 && paged[0] === statement;
    const found = fix ? opens(text, fix) : isLong ? printsMuch(rows) : undefined;
    return found ? [{ page, step, index: statement.start, text, ...found }] : [];
  });
}

type Remark = Pick<Found, 'message' | 'fix'>;

const opens = (text: string, fix: string): Remark => ({
  message: say`"${text}" opens a pager, which waits for a key.`,
  fix,
});

const printsMuch = (rows: number): Remark => ({
  message: say`This prints ${rows} lines: where a terminal has fewer, version 2 of the AWS CLI opens a pager, which waits for a key.`,
  fix: say`Write export AWS_PAGER="" in a "bash env" fence before it; version 1 ignores it.`,
});

function fixOf({ words, piped: reads }: SimpleCommand, piped: boolean): string | undefined {
  const { name, args } = commandOf(words);
  if (PAGERS.has(name)) {
    if (name === 'man' || name === 'info') return say`Link to the documentation instead.`;
    return reads ? say`Remove it, or write head -n 20 for it.` : say`Write cat, or head -n 20, for it.`;
  }
  if (name === 'aws' && args.at(-1) === 'help') return say`Link to the documentation of the command instead.`;
  if (words.some((word) => SETS_PAGER.test(word))) return say`Write AWS_PAGER="", which opens none.`;
  if (piped || args.includes('--no-pager')) return undefined;
  if (name === 'git' && PAGING_GIT.has(args.find((word) => !word.startsWith('-')) ?? ''))
    return say`Write git --no-pager for git.`;
  if (name === 'journalctl' || (name === 'systemctl' && args.includes('status'))) return say`Add --no-pager.`;
  return undefined;
}

/** As terminals open: 24 lines, of which `less -F` keeps one for its prompt, with 80 columns. */
const [ROWS, COLUMNS] = [23, 80];
/** They print without the pager, whatever it is set to. */
const UNPAGED = new Set(['s3', 'configure', 'logs']);

/**
 * Tells whether version 2 of the AWS CLI pages its output: it does unless a setting names another pager, or none.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html#cli-usage-pagination-clientside
 * @returns undefined where a simple command changes nothing of it.
 */
function changesPaging(words: readonly string[]): boolean | undefined {
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
function isPaged(words: readonly string[], piped: boolean): boolean {
  const { name, args } = commandOf(words);
  if (name !== 'aws' || piped || args.includes('--no-cli-pager')) return false;
  if (words.some((word) => /^[1&]?>/.test(word) || /^(?:AWS_)?PAGER=/.test(word))) return false;
  return !UNPAGED.has(args.find((word) => /^[a-z]/.test(word)) ?? '');
}

/** How many rows of a terminal a step prints, by its result example; undefined when they fit. */
function rowsBeyondScreen(step: ScriptedStep): number | undefined {
  if (!('result' in step) || !step.result) return undefined;
  const lines = step.result.body.split('\n');
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
  return rows > ROWS ? rows : undefined;
}

/** Words that run the command after them. */
const RUNNERS = new Set(['sudo', 'env', 'command', 'exec', 'nohup', 'time']);
const ASSIGNMENT = /^\w+\+?=/;

/** Finds the program of a simple command, and its arguments: `A=1 sudo -E /usr/bin/aws s3 ls` runs `aws` with `s3 ls`. */
export function commandOf(words: readonly string[]): {
  readonly name: string;
  readonly args: readonly string[];
} {
  let index = 0;
  const skip = (matches: (word: string) => boolean) => {
    while (index < words.length && matches(words[index] ?? '')) index += 1;
  };
  skip((word) => ASSIGNMENT.test(word));
  while (RUNNERS.has(words[index] ?? '')) {
    index += 1;
    skip((word) => word.startsWith('-') || ASSIGNMENT.test(word));
  }
  const name = (words[index] ?? '').replace(/^\\/, '').split('/').at(-1) ?? '';
  return { name, args: words.slice(index + 1) };
}
