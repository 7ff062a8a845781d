import { loadService } from '../../wire/models/index.ts';
import { type OptionSpec, parseKnown } from '../argparse/index.ts';
import { openClient } from '../client.ts';
import { openSession } from '../config/index.ts';
import { loadFacts, s3Commands } from '../facts/index.ts';
import { CliFailure, exitCodes, invalidParameter, notBuiltIn } from '../failures.ts';
import { toDate } from '../python/timestamps.ts';
import type { AwsHost } from '../types.ts';
import type { Globals } from './globals.ts';
import { helpText } from './help.ts';
import { localTime } from './local-time.ts';

const TOO_FEW = '\nusage: aws [options] s3 <subcommand> [parameters]\naws: error: too few arguments\n';

/** `aws s3 ...`: `ls` of all buckets; the others are told to be missing. */
export async function runS3(words: readonly string[], globals: Globals, host: AwsHost): Promise<string> {
  if (words.length === 1 && words[0] === 'help') return helpText('s3');
  const subcommand = {
    kind: 'positional',
    dest: 'subcommand',
    takes: 'optional',
    choices: s3Commands,
  } as const;
  const parsed = parseKnown({ options: [], positionals: [subcommand] }, words);
  const name = parsed.values.get('subcommand');
  if (name === undefined) throw tooFew(parsed.extras);
  if (name !== 'ls') throw notBuiltIn(`s3 ${name}`, 'it has s3 ls, and the operations of S3 under s3api.');
  return runLs(parsed.extras, globals, host);
}

const tooFew = (extras: readonly string[]) =>
  extras.length > 0 ? unknown(extras) : new CliFailure(exitCodes.usage, TOO_FEW);

const unknown = (extras: readonly string[]) => invalidParameter(`Unknown options: ${extras.join(',')}`);

const option = (name: string, rest: Partial<OptionSpec> = {}): OptionSpec => ({
  ...{ kind: 'option', flag: `--${name}`, dest: name, takes: 'none', constant: true },
  ...rest,
});

const lsOptions: readonly OptionSpec[] = [
  option('recursive'),
  option('page-size', { takes: 'one', convert: 'int' }),
  option('human-readable'),
  option('summarize'),
  option('request-payer', { takes: 'optional', choices: ['requester'] }),
];

async function runLs(words: readonly string[], globals: Globals, host: AwsHost): Promise<string> {
  if (words.length === 1 && words[0] === 'help') return helpText('s3 ls');
  const paths = { kind: 'positional', dest: 'paths', takes: 'optional' } as const;
  const parsed = parseKnown({ options: lsOptions, positionals: [paths] }, words);
  if (parsed.extras.length > 0) throw unknown(parsed.extras);
  const path = String(parsed.values.get('paths') ?? 's3://').replace(/^s3:\/\//, '');
  if (path !== '')
    throw notBuiltIn(
      'listing of objects',
      `use aws s3api list-objects-v2 --bucket ${path.split('/')[0]} instead.`,
    );
  return listBuckets(globals, host);
}

async function listBuckets(globals: Globals, host: AwsHost): Promise<string> {
  const session = await openSession(host, globals);
  const [service, facts] = await Promise.all([loadService('s3'), loadFacts('s3')]);
  const schema = service.operation('ListBuckets');
  if (!schema) throw new Error('the SDK has no ListBuckets');
  const answer = await openClient(service, facts, session, globals, host).call(schema, {});
  const buckets = (answer.Buckets ?? []) as { Name: string; CreationDate: string }[];
  return buckets.map(({ Name, CreationDate }) => `${when(CreationDate, host)} ${Name}\n`).join('');
}

function when(text: string, host: AwsHost): string {
  const date = toDate(text);
  return date ? localTime(date, host.env.TZ) : text;
}
