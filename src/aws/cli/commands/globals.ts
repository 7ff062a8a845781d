import { type OptionSpec, type ParsedArguments, parseKnown } from '../argparse/index.ts';
import { invalidParameterFailure, notBuiltIn } from '../failures.ts';
import { commands } from '../model/index.ts';
import { compileQuery, type Query } from '../output/jmespath-query.ts';
import { toInteger } from '../python/builtins.ts';
import { flag, valued } from './custom.ts';

/** The options that stand before or after any command. */
export interface Globals {
  readonly profile?: string;
  readonly region?: string;
  readonly output?: string;
  readonly query?: Query;
  readonly endpointUrl?: string;
  readonly color: string;
  readonly binaryFormat?: string;
  readonly sign: boolean;
  readonly paginate: boolean;
}

/** In the order of the CLI's data/cli.json, which shows when an abbreviation is ambiguous. */
export const globalOptions: readonly OptionSpec[] = [
  flag('debug'),
  valued('endpoint-url'),
  flag('no-verify-ssl'),
  flag('no-paginate'),
  valued('output', { choices: ['json', 'text', 'table', 'yaml', 'yaml-stream'] }),
  valued('query'),
  valued('profile'),
  valued('region'),
  flag('version'),
  valued('color', { choices: ['on', 'off', 'auto'] }),
  flag('no-sign-request'),
  valued('ca-bundle'),
  valued('cli-read-timeout'),
  valued('cli-connect-timeout'),
  valued('cli-binary-format', { choices: ['base64', 'raw-in-base64-out'] }),
  flag('no-cli-pager'),
  flag('cli-auto-prompt'),
  flag('no-cli-auto-prompt'),
];

const FIRST_USAGE = 'aws [-h] [--profile PROFILE] [--debug]\n';

const FIRST_HELP = `
options:
  -h, --help         show this help message and exit
  --profile PROFILE
  --debug
`;

const firstOptions: readonly OptionSpec[] = [
  flag('help'),
  { ...flag('help'), flag: '-h' },
  valued('profile'),
  flag('debug'),
];

/**
 * The CLI looks for `--profile`, `--debug` and `--help` before anything else, wherever they stand, with a parser and a
 * usage of their own. What it prints when asked for help, else undefined.
 */
export function firstPass(args: readonly string[]): string | undefined {
  const { values } = parseKnown({ options: firstOptions, positionals: [], usage: FIRST_USAGE }, args);
  return values.has('help') ? `usage: ${FIRST_USAGE}${FIRST_HELP}` : undefined;
}

/** The command and what is left for it to read. Throws a usage error. */
export function parseGlobals(args: readonly string[]): {
  globals: Globals;
  command: string;
  rest: readonly string[];
} {
  const parsed = parseKnown(
    {
      options: globalOptions,
      positionals: [{ kind: 'positional', dest: 'command', takes: 'one', choices: commands }],
    },
    args,
  );
  const text = (name: string) => {
    const value = parsed.values.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const query = text('query');
  const endpointUrl = checkEndpointUrl(text('endpoint-url'));
  const globals: Globals = {
    profile: text('profile') || undefined,
    region: text('region'),
    output: text('output'),
    query: query === undefined ? undefined : compileQuery(query),
    endpointUrl,
    color: text('color') ?? 'auto',
    binaryFormat: text('cli-binary-format'),
    sign: !parsed.values.has('no-sign-request'),
    paginate: !parsed.values.has('no-paginate'),
  };
  checkTimeouts(parsed);
  if (parsed.values.has('cli-auto-prompt'))
    throw notBuiltIn('--cli-auto-prompt', 'press Tab in the terminal to complete a command.');
  return { globals, command: text('command') ?? '', rest: parsed.extras };
}

function checkEndpointUrl(url: string | undefined): string | undefined {
  if (url !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(url))
    throw invalidParameterFailure(
      `Bad value for --endpoint-url "${url}": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/`,
    );
  return url;
}

function checkTimeouts(parsed: ParsedArguments): void {
  for (const name of ['cli-read-timeout', 'cli-connect-timeout']) {
    const value = parsed.values.get(name);
    if (typeof value === 'string') toInteger(value);
  }
}
