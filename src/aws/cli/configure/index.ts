import type { Value } from '../argparse/index.ts';
import { flag, helpText, parseCustom, parseSubcommand, printedOutput, valued } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { notBuiltIn } from '../failures.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { formats, runExport } from './export-credentials.ts';
import { runImport } from './import-profiles.ts';
import { runPrompts } from './prompt-settings.ts';
import { runSet } from './set.ts';
import { runGet, runList, runListProfiles } from './show.ts';

const subcommands = [
  ...['list', 'get', 'set', 'add-model', 'import', 'list-profiles', 'sso', 'sso-session'],
  ...['export-credentials', 'wizard'],
];
const word = (dest: string) => ({ kind: 'positional', dest, takes: 'one' }) as const;

type Run = (
  values: ReadonlyMap<string, Value>,
  globals: Globals,
  host: AwsHost,
) => Promise<AwsOutput> | AwsOutput;

const runs: Readonly<Record<string, readonly [Run, Parameters<typeof parseCustom>[1]]>> = {
  list: [runList, []],
  get: [runGet, [word('varname')]],
  set: [runSet, [word('varname'), word('value')]],
  'list-profiles': [runListProfiles, []],
  'export-credentials': [runExport, []],
  import: [runImport, []],
};

const optionsOf: Readonly<Record<string, Parameters<typeof parseCustom>[2]>> = {
  'export-credentials': [valued('format', { choices: formats })],
  import: [valued('csv', { required: true }), flag('skip-invalid'), valued('profile-prefix')],
};

/** Those that the built-in has. */
export const configureCommands: readonly string[] = Object.keys(runs);

/** Runs `aws configure ...`. */
export async function runConfigure(
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const { name, rest } = parseSubcommand(words, subcommands);
  if (name === 'help') return printedOutput(helpText('configure'));
  if (name === undefined) return runPrompts(globals, host);
  const known = runs[name];
  if (!known)
    throw notBuiltIn(
      `configure ${name}`,
      'it has configure list, get, set, import, list-profiles and export-credentials.',
    );
  const [run, positionals] = known;
  const values = parseCustom(rest, positionals, optionsOf[name]);
  return values ? run(values, globals, host) : printedOutput(helpText(`configure ${name}`));
}
