import { type OptionSpec, type ParsedArguments, parseKnown } from '../argparse/index.ts';
import { CliFailure, exitCodes, invalidParameterFailure } from '../failures.ts';
import type { AwsOutput } from '../types.ts';

type Positionals = Parameters<typeof parseKnown>[0]['positionals'];

/** Options and words of a command that is no operation of a service; undefined when help is asked for. */
export function parseCustom(
  words: readonly string[],
  positionals: Positionals,
  options: readonly OptionSpec[] = [],
): ParsedArguments['values'] | undefined {
  if (words.length === 1 && words[0] === 'help') return undefined;
  const parsed = parseKnown({ options, positionals }, words);
  if (parsed.extras.length > 0) throw unknownWords(parsed.extras);
  return parsed.values;
}

/** The command after `aws s3` or `aws configure`, and what is left for it; `help` where that is asked for. */
export function parseSubcommand(
  words: readonly string[],
  choices: readonly string[],
): { readonly name: string | undefined; readonly rest: readonly string[] } {
  if (words.length === 1 && words[0] === 'help') return { name: 'help', rest: [] };
  const subcommand = { kind: 'positional', dest: 'subcommand', takes: 'optional', choices } as const;
  const parsed = parseKnown({ options: [], positionals: [subcommand] }, words);
  const name = parsed.values.get('subcommand');
  if (typeof name === 'string') return { name, rest: parsed.extras };
  if (parsed.extras.length > 0) throw unknownWords(parsed.extras);
  return { name: undefined, rest: [] };
}

export const tooFewArguments = (command: string) =>
  new CliFailure(
    exitCodes.usage,
    `\nusage: aws [options] ${command} <subcommand> [parameters]\naws: error: too few arguments\n`,
  );

const unknownWords = (extras: readonly string[]) =>
  invalidParameterFailure(`Unknown options: ${extras.join(',')}`);

export const flag = (name: string, rest: Partial<OptionSpec> = {}): OptionSpec => ({
  ...{ kind: 'option', flag: `--${name}`, dest: name, takes: 'none', constant: true },
  ...rest,
});

export const valued = (name: string, rest: Partial<OptionSpec> = {}): OptionSpec => ({
  ...{ kind: 'option', flag: `--${name}`, dest: name, takes: 'one' },
  ...rest,
});

const REFERENCE = 'https://awscli.amazonaws.com/v2/documentation/api/latest/reference';

/** Prints for `help`: the built-in has no manual of its own. */
export function helpText(command: string): string {
  const path = command === '' ? '' : `/${command.replaceAll(' ', '/')}`;
  const page = command.includes(' ') ? `${path}.html` : `${path}/index.html`;
  return `aws ${command}`.trimEnd().concat(`

This is the built-in aws of Tejun. It follows AWS CLI 2.9.19.
The commands and options are those of the AWS CLI, of which not all are simulated; its reference describes them:

  ${REFERENCE}${page}
`);
}

/** A command that went well and printed this. */
export const printedOutput = (stdout: string): AwsOutput => ({ stdout, stderr: '', exitCode: 0 });

/** Version of the AWS CLI whose commands, options and output the built-in `aws` has. */
export const CLI_VERSION = '2.9.19';
