import { type Command, InvalidArgumentError } from 'commander';
import type { RunChoice, Shard } from '../doctest/index.ts';

const REPORTERS = ['default', 'json', 'junit', 'github', 'compare'] as const;
const TARGETS = ['sandbox', 'recording', 'live'] as const satisfies readonly RunChoice['target'][];
const SHELLS = ['simulated', 'bash'] as const satisfies readonly RunChoice['shell'][];
export type ReporterName = (typeof REPORTERS)[number];
/** Those that tell of one run; `compare` makes two. */
export type RunReporterName = Exclude<ReporterName, 'compare'>;

export interface DoctestOptions {
  readonly root: string;
  readonly locale?: readonly string[];
  readonly shard?: Shard;
  readonly reporter: ReporterName;
  readonly target: RunChoice['target'];
  /** Derived from the target when absent. */
  readonly shell?: RunChoice['shell'];
  readonly aws?: string;
  readonly unconfined?: boolean;
  readonly seed?: string;
  readonly testNamePattern?: string;
  readonly plan?: boolean;
  readonly watch?: boolean;
  readonly record?: boolean;
  readonly update?: boolean;
  readonly dryRun?: boolean;
  readonly maxAge?: number;
  readonly accountId?: string;
  readonly wait: boolean;
}

/** The options of `tejun doctest`. */
export function withDoctestOptions(command: Command): Command {
  return command
    .argument('[pages...]', 'ids, paths, ends of ids, or courses; all pages when left out')
    .option('--locale <locales>', 'only these locales, separated by commas', parseList)
    .option('--shard <index/count>', 'only this share of the pages, as in 1/4', parseShard)
    .option('--report, --reporter <name>', REPORTERS.join(', '), parseReporter, 'default')
    .option('--plan', 'say what would be run, and run nothing')
    .option('--watch', 'run again what an edit touches')
    .option(
      '-t, --test-name-pattern <pattern>',
      'only steps whose name matches; those before them still run',
      parsePattern,
    )
    .option('--seed <text>', 'other ids, keys and tokens than usual')
    .option('--target <target>', 'what the commands talk to', oneOf(TARGETS), 'sandbox')
    .option(
      '--shell <shell>',
      'what runs the commands (default: simulated; with --target live, bash)',
      oneOf(SHELLS),
    )
    .option('--aws <path>', 'the AWS CLI of --shell bash (default: TEJUN_AWS, or the one on the PATH)')
    .option('--unconfined', 'on CI, allow --shell bash without bubblewrap')
    .option('--account-id <id>', 'with --target live: the account that may be used', parseAccountId)
    .option('--no-wait', 'with --target live: skip what has to wait for <Elapse>')
    .option('--record', 'with --shell bash: keep what aws gave, in test/recordings')
    .option(
      '--max-age <age>',
      'fail pages whose recording is older, as in 90d (default: only say so)',
      parseAge,
    )
    .option('--update', 'write what was printed into result examples that are stale')
    .option('--dry-run', 'with --update: show what would be written, and write nothing')
    .option('--root <folder>', 'the project, where docs/ is', process.cwd())
    .showHelpAfterError('(tejun doctest --help lists what can be asked for)');
}

function parseList(text: string): string[] {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
  if (items.length === 0) throw new InvalidArgumentError('Write one or more, as in ja,en.');
  return items;
}

function parsePattern(text: string): string {
  try {
    new RegExp(text);
    return text;
  } catch {
    throw new InvalidArgumentError('It is read as a regular expression: write "\\(" for "(", and so on.');
  }
}

function parseShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > count)
    throw new InvalidArgumentError('Write index/count, as in 1/4, the index from 1.');
  return { index, count };
}

function parseAccountId(text: string): string {
  const id = text.replaceAll('-', '');
  if (/^\d{12}$/.test(id)) return id;
  throw new InvalidArgumentError('An account id has 12 digits.');
}

function parseReporter(name: string): ReporterName {
  const found = REPORTERS.find((reporter) => reporter === name);
  if (found) return found;
  const missing = name === 'html' ? 'This version has no html reporter.' : 'No such reporter.';
  throw new InvalidArgumentError(`${missing} There are: ${REPORTERS.join(', ')}.`);
}

function oneOf<Name extends string>(names: readonly Name[]): (text: string) => Name {
  return (text) => {
    const found = names.find((name) => name === text);
    if (found) return found;
    throw new InvalidArgumentError(`There are: ${names.join(', ')}.`);
  };
}

/** Why options do not go together, in a sentence; undefined where they do. */
export function refusal(options: DoctestOptions): string | undefined {
  const { record, update, dryRun, reporter } = options;
  if (dryRun && !update) return '--dry-run says what --update would write: add --update, or leave it out.';
  const writes = record ? '--record' : update ? '--update' : undefined;
  if (reporter === 'compare') return refusalToCompare(options, writes);
  return refusalInLive(options) ?? (writes && refusalToWrite(options, writes));
}

function refusalInLive({ target, watch, testNamePattern, shard }: DoctestOptions): string | undefined {
  if (target !== 'live') return undefined;
  if (watch) return '--watch would use a real account with every edit: leave it or --target live out.';
  if (testNamePattern !== undefined)
    return 'In a real account whole pages are run: name pages instead of steps.';
  if (shard)
    return '--shard would clean up what another share still needs: in a real account leave it out, and name pages.';
  return undefined;
}

function refusalToCompare(
  { target, watch, testNamePattern }: DoctestOptions,
  writes: string | undefined,
): string | undefined {
  if (target !== 'sandbox')
    return '--report compare runs the sandbox and the recordings itself: leave --target out.';
  const other = writes ?? (watch ? '--watch' : testNamePattern === undefined ? undefined : '-t');
  return other && `--report compare only shows whole pages, once: leave ${other} out.`;
}

function refusalToWrite(
  { plan, watch, testNamePattern, shard, locale }: DoctestOptions,
  writes: '--record' | '--update',
): string | undefined {
  const instead = writes === '--update' ? ': --update --dry-run runs the pages and writes nothing' : '';
  if (plan) return `--plan runs nothing, so that ${writes} would have nothing to write${instead}.`;
  if (watch) return `${writes} writes once, and --watch runs again and again: leave one of them out.`;
  if (testNamePattern !== undefined) return `${writes} writes whole pages: name pages instead of steps.`;
  if (shard)
    return `${writes} writes whole pages in all their languages, which --shard takes apart: leave it out.`;
  if (locale) return `${writes} writes what holds in every language: leave --locale out.`;
  return undefined;
}

const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

function parseAge(text: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (UNITS[unit] ?? Number.NaN);
  if (!milliseconds) throw new InvalidArgumentError('Write a number with s, m, h or d, as in 90d.');
  return milliseconds;
}
