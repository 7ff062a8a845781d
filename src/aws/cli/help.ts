import { loadManual, optionTexts } from '../manual/index.ts';
import type { OptionSpec } from './argparse/index.ts';
import { helpText } from './commands/custom.ts';
import { globalOptions } from './commands/globals.ts';
import { grammarOf } from './completion/grammar.ts';
import type { AwsOutput } from './types.ts';

/**
 * Completes what `help` prints: what the CLI says about the command, and what may follow it, its subcommands or its
 * options, each with what the CLI says about it. The other words are ours. Any other output stays as it is. The command is
 * the one that the help names: options may stand anywhere in the line.
 */
export async function withUsage(output: AwsOutput): Promise<AwsOutput> {
  const [, ...command] = output.stdout.slice(0, output.stdout.indexOf('\n')).split(' ');
  if (output.stdout !== helpText(command.join(' '))) return output;
  const { subcommands, options } = await grammarOf(command);
  const [name = '', ...below] = command;
  const manual = await loadManual(name);
  const about = below.length === 0 ? manual?.about : manual?.commands[below.join(' ')]?.about;
  const lists = subcommands
    ? [list('Commands', await describedCommands(command, subcommands))]
    : await optionLists(name, below.join(' '), options);
  return { ...output, stdout: [output.stdout, ...(about ? [`${about}\n`] : []), ...lists].join('\n') };
}

async function describedCommands(command: readonly string[], names: readonly string[]): Promise<Described[]> {
  const [name = 'aws', ...below] = command;
  const manual = await loadManual(name);
  return names.map((one) => ({ usage: one, text: manual?.commands[[...below, one].join(' ')]?.about }));
}

async function optionLists(name: string, below: string, options: readonly OptionSpec[]): Promise<string[]> {
  const manual = await loadManual(name);
  const texts = manual ? await optionTexts(manual, below) : {};
  const described = (all: readonly OptionSpec[]) =>
    all.map((option) => ({
      usage: usageOf(option),
      text: texts[option.flag] ?? texts[option.flag.replace('--no-', '--')],
    }));
  return [
    list('Options', described(options)),
    list('Options of every command', described(globalOptions)),
    ...(Object.keys(texts).length > 0 ? [SOURCE] : []),
  ];
}

/** The licence asks for it. */
const SOURCE = 'Descriptions: the first sentences of those in AWS CLI 2.9.19 (Apache License 2.0).\n';

interface Described {
  readonly usage: string;
  readonly text: string | undefined;
}

const list = (title: string, entries: readonly Described[]): string =>
  `${title}:\n\n${entries.length > 0 ? entries.map(entry).join('') : '  (none)\n'}`;

const entry = ({ usage, text }: Described): string => `  ${usage}\n${text ? `      ${text}\n` : ''}`;

/** `--max-items <integer>`, `--role-arn <value> (required)`. */
function usageOf({ flag, takes, choices, convert, required }: OptionSpec): string {
  const kinds = { int: '<integer>', float: '<number>' };
  const value = choices ? choices.join('|') : convert ? kinds[convert] : '<value>';
  const values = {
    none: '',
    one: ` ${value}`,
    optional: ` [${value}]`,
    any: ` ${value}...`,
    some: ` ${value}...`,
  };
  return `${flag}${values[takes]}${required ? ' (required)' : ''}`;
}
