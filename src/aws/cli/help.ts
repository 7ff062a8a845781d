import type { OptionSpec } from './argparse/index.ts';
import { helpText } from './commands/custom.ts';
import { globalOptions } from './commands/globals.ts';
import { grammarOf } from './completion/grammar.ts';
import type { AwsOutput } from './types.ts';

/**
 * Completes what `help` prints with what may follow the command: its subcommands, or its options. The words are ours.
 * Any other output stays as it is.
 */
export async function withUsage(args: readonly string[], output: AwsOutput): Promise<AwsOutput> {
  const command = args.slice(0, -1);
  if (args.at(-1) !== 'help' || output.stdout !== helpText(command.join(' '))) return output;
  const { subcommands, options } = await grammarOf(command);
  const lists = subcommands
    ? [list('Commands', subcommands)]
    : [list('Options', options.map(usageOf)), list('Options of every command', globalOptions.map(usageOf))];
  return { ...output, stdout: [output.stdout, ...lists].join('\n') };
}

const list = (title: string, lines: readonly string[]): string =>
  `${title}:\n\n${(lines.length > 0 ? lines : ['(none)']).map((line) => `  ${line}\n`).join('')}`;

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
