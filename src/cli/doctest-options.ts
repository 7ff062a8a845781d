import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RunChoice, Shard } from '../doctest/index.ts';

const REPORTERS = ['default', 'json', 'junit', 'github'] as const;
const TARGETS = ['sandbox'] as const satisfies readonly RunChoice['target'][];
const SHELLS = ['simulated', 'bash'] as const satisfies readonly RunChoice['shell'][];
export type ReporterName = (typeof REPORTERS)[number];

export interface DoctestOptions {
  readonly root: string;
  readonly locale?: readonly string[];
  readonly shard?: Shard;
  readonly reporter: ReporterName;
  readonly target: RunChoice['target'];
  readonly shell: RunChoice['shell'];
  readonly aws?: string;
  readonly seed?: string;
  readonly testNamePattern?: string;
  readonly plan?: boolean;
  readonly watch?: boolean;
  readonly record?: boolean;
  readonly update?: boolean;
}

/** The options of `tejun doctest`. What is planned but not there yet is refused by name, never silently accepted. */
export function withDoctestOptions(command: Command): Command {
  return command
    .argument('[pages...]', 'ids, paths, ends of ids, or courses; all pages when left out')
    .option('--locale <locales>', 'only these locales, separated by commas', parseList)
    .option('--shard <index/count>', 'only this share of the pages, as in 1/4', parseShard)
    .option('--reporter <name>', REPORTERS.join(', '), parseReporter, 'default')
    .option('--plan', 'say what would be run, and run nothing')
    .option('--watch', 'run again what an edit touches')
    .option(
      '-t, --test-name-pattern <pattern>',
      'only steps whose name matches; those before them still run',
      parsePattern,
    )
    .option('--seed <text>', 'other ids, keys and tokens than usual')
    .option('--target <target>', 'what the commands talk to', oneOf(TARGETS), 'sandbox')
    .option('--shell <shell>', 'what runs the commands', oneOf(SHELLS), 'simulated')
    .option('--aws <path>', 'the AWS CLI of --shell bash (default: TEJUN_AWS, or the one on the PATH)')
    .addOption(new Option('--record').hideHelp())
    .addOption(new Option('--update').hideHelp())
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

/** Options that other versions know and this one does not: the writer asked for more than a run would do. */
export function refusal({ record, update }: DoctestOptions): string | undefined {
  const asked = record ? '--record' : update ? '--update' : undefined;
  return (
    asked &&
    `This version has no ${asked}: it runs pages in the sandbox, with the simulated shell, and writes nothing.`
  );
}
