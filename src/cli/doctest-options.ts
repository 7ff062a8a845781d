import { type Command, InvalidArgumentError } from 'commander';
import type { Shard, TargetOptions } from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { type VariableOptions, withVariableOptions } from './page-variables.ts';
import {
  parseOutputFile,
  parseReporter,
  REPORTERS,
  type ReporterChoice,
  type ReporterName,
} from './reporters.ts';
import { parseUpstream } from './sandbox-options.ts';

const TARGETS = ['sandbox', 'recording', 'live'] as const satisfies readonly TargetOptions['target'][];
const SHELLS = ['simulated', 'bash'] as const satisfies readonly TargetOptions['shell'][];

export interface DoctestOptions extends VariableOptions {
  readonly root: string;
  readonly locale?: readonly string[];
  readonly shard?: Shard;
  readonly reporter?: readonly ReporterName[];
  readonly outputFile?: readonly ReporterChoice[];
  readonly target: TargetOptions['target'];
  /** Derived from the target when absent. */
  readonly shell?: TargetOptions['shell'];
  readonly aws?: string;
  readonly unconfined?: boolean;
  readonly upstream?: string;
  readonly seed?: string;
  readonly testNamePattern?: string;
  readonly plan?: boolean;
  readonly watch?: boolean;
  /** `true`: 1. */
  readonly bail?: number | true;
  readonly retry?: number;
  /** A git revision; `true`: HEAD. */
  readonly changed?: string | true;
  readonly timings?: boolean;
  readonly record?: boolean;
  readonly update?: boolean;
  readonly add?: boolean;
  readonly dryRun?: boolean;
  readonly maxAge?: number;
  readonly accountId?: string;
  readonly wait: boolean;
  /** `false`: parse every page, and keep nothing on the disk. */
  readonly cache: boolean;
}

/** A real account needs a real bash; all else needs nothing but Node.js. */
export const shellOf = ({
  shell,
  target,
}: Pick<DoctestOptions, 'shell' | 'target'>): TargetOptions['shell'] =>
  shell ?? (target === 'live' ? 'bash' : 'simulated');

/** The options of `tejun doctest`. */
export function withDoctestOptions(command: Command): Command {
  return withVariableOptions(command)
    .argument('[pages...]', say`ids, paths, ends of ids, or courses; all pages when left out`)
    .option('--locale <locales>', say`only these locales, separated by commas`, parseList)
    .option('--shard <index/count>', say`only this share of the pages, as in 1/4`, parseShard)
    .option('--report, --reporter <name>', say`${REPORTERS.join(', ')}; may be repeated`, parseReporter)
    .option(
      '--output-file <reporter=path>',
      say`write a report to a file, as in junit=report.xml; may be repeated`,
      parseOutputFile,
    )
    .option('--plan', say`say what would be run, and run nothing`)
    .option('--watch', say`re-run the pages that an edit affects`)
    .option(
      '--changed [revision]',
      say`only pages that differ from a git revision (HEAD), and those that require them`,
    )
    .option('--bail [number]', say`stop after so many failed pages (1)`, parseCount)
    .option('--retry <number>', say`run a failed page again, up to so many times`, parseCount)
    .option('--timings', say`list the slowest steps`)
    .option(
      '-t, --test-name-pattern <pattern>',
      say`only steps whose name matches; those before them still run`,
      parsePattern,
    )
    .option('--seed <text>', say`other ids, keys and tokens than usual`)
    .option('--target <target>', say`what the commands talk to`, oneOf(TARGETS), 'sandbox')
    .option(
      '--shell <shell>',
      say`what runs the commands (default: simulated; with --target live, bash)`,
      oneOf(SHELLS),
    )
    .option('--aws <path>', say`the AWS CLI of --shell bash (default: TEJUN_AWS, or the one on the PATH)`)
    .option('--unconfined', say`on CI, allow --shell bash without bubblewrap`)
    .option(
      '--upstream <url>',
      say`with --shell bash: an emulator that answers what the sandbox lacks`,
      (text) => parseUpstream(text).href,
    )
    .option('--account-id <id>', say`with --target live: the account that may be used`, parseAccountId)
    .option('--no-wait', say`with --target live: skip what has to wait for <Elapse>`)
    .option('--record', say`with --shell bash: keep what aws gave, in test/recordings`)
    .option(
      '--max-age <age>',
      say`fail pages whose recording is older, as in 90d (default: only say so)`,
      parseAge,
    )
    .option('--update', say`write what was printed into result examples that are stale`)
    .option('--add', say`with --update: also write result examples where steps have none`)
    .option('--dry-run', say`with --update: show what would be written, and write nothing`)
    .option('--no-cache', say`parse every page again, and keep nothing in node_modules/.cache`)
    .option('--root <folder>', say`the project, where docs/ is`, process.cwd());
}

function parseList(text: string): string[] {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
  if (items.length === 0) throw new InvalidArgumentError(say`Write one or more, as in ja,en.`);
  return items;
}

function parsePattern(text: string): string {
  try {
    new RegExp(text);
    return text;
  } catch {
    throw new InvalidArgumentError(say`It is read as a regular expression: write "\\(" for "(", and so on.`);
  }
}

function parseShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > count)
    throw new InvalidArgumentError(say`Write index/count, as in 1/4, the index from 1.`);
  return { index, count };
}

function parseAccountId(text: string): string {
  const id = text.replaceAll('-', '');
  if (/^\d{12}$/.test(id)) return id;
  throw new InvalidArgumentError(say`An account id has 12 digits.`);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0) return count;
  throw new InvalidArgumentError(say`Write a number from 1.`);
}

function oneOf<Name extends string>(names: readonly Name[]): (text: string) => Name {
  return (text) => {
    const found = names.find((name) => name === text);
    if (found) return found;
    throw new InvalidArgumentError(say`There are: ${names.join(', ')}.`);
  };
}

const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

function parseAge(text: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (UNITS[unit] ?? Number.NaN);
  if (!milliseconds) throw new InvalidArgumentError(say`Write a number with s, m, h or d, as in 90d.`);
  return milliseconds;
}
