import type { Value } from '../argparse/index.ts';
import { helpText, parseCustom, printedOutput } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { actions, get, put, type Settings } from './actions.ts';
import { type EntryWalk, entriesOf, type TransferAction, type TransferEntry } from './entries.ts';
import { relativePath, splitS3 } from './location.ts';
import {
  grantParameters,
  objectParameters,
  optionsOf,
  refuseCustomerKeys,
  type TransferName,
} from './options.ts';
import { partSizes } from './parts.ts';
import { routeOf, type TransferRoute } from './paths.ts';
import { Report, type Verbosity } from './report.ts';
import { openS3 } from './s3-client.ts';
import { changes, filterOf, type PathFilter } from './selection.ts';

type Values = ReadonlyMap<string, Value>;

/** `aws s3 cp|mv|rm|sync`. */
export async function runTransfer(
  command: TransferName,
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const paths = { kind: 'positional', dest: 'paths', takes: command === 'rm' ? 'one' : 'two' } as const;
  const values = parseCustom(words, [paths], optionsOf[command]);
  if (!values) return printedOutput(helpText(`s3 ${command}`));
  refuseCustomerKeys(values);
  const s3 = await openS3(globals, host);
  const named = [values.get('paths') ?? []].flat().map(String);
  const { route, back, given } = await routeOf(command, named, values.has('recursive'), host);
  const sourceRegion = values.get('source-region');
  const settings: Settings = {
    ...{ s3, host, sizes: partSizes(s3.session), move: command === 'mv' },
    source: typeof sourceRegion === 'string' ? await openS3({ ...globals, region: sourceRegion }, host) : s3,
    parameters: await objectParameters(values, host),
    payer: values.has('request-payer') ? { RequestPayer: 'requester' } : {},
    guessType: !values.has('no-guess-mime-type') && !values.get('content-type'),
    directive: values.get('metadata-directive') as string | undefined,
    copyProps: String(values.get('copy-props') ?? 'default'),
  };
  const report = new Report(loudnessOf(values, route));
  try {
    const granted = { ...settings, parameters: { ...settings.parameters, ...grantParameters(values) } };
    if (route.stream) return await stream(route, granted, report);
    const filters = (values.get('filters') ?? []) as readonly string[];
    const transfer = new Transfer(command, values, granted, report);
    await transfer.run(route, back, filterOf(filters, given, route, host.cwd));
  } catch (error) {
    report.fatal(error);
  }
  return report.output();
}

function loudnessOf(values: Values, route: TransferRoute): Verbosity {
  if (values.has('quiet')) return 'none';
  return values.has('only-show-errors') || route.stream ? 'errors' : 'all';
}

class Transfer {
  readonly #command: TransferName;
  readonly #values: Values;
  readonly #settings: Settings;
  readonly #report: Report;

  constructor(command: TransferName, values: Values, settings: Settings, report: Report) {
    this.#command = command;
    this.#values = values;
    this.#settings = settings;
    this.#report = report;
  }

  async run(route: TransferRoute, back: TransferRoute, filter: PathFilter): Promise<void> {
    for await (const entry of this.#entries(route, back, filter)) await this.#transfer(entry);
  }

  async *#entries(
    route: TransferRoute,
    back: TransferRoute,
    filter: PathFilter,
  ): AsyncGenerator<TransferEntry> {
    const action = actionOf(this.#command, route);
    const { source, s3, host, payer } = this.#settings;
    const walk: EntryWalk = {
      ...{ s3: source, host, payer, report: this.#report, pageSize: this.#values.get('page-size') },
      followLinks: this.#values.get('follow-symlinks') !== false,
    };
    const sources = only(filter, entriesOf(route, action, walk));
    if (this.#command !== 'sync') {
      yield* sources;
      return;
    }
    const targets = only(filter, entriesOf(back, action, { ...walk, s3 }));
    yield* changes(await all(sources), await all(targets), this.#values);
  }

  async #transfer(entry: TransferEntry): Promise<void> {
    if (this.#skips(entry)) return;
    const what = this.#settings.move ? 'move' : entry.action;
    const where = this.#where(entry);
    if (this.#values.has('dryrun')) {
      this.#report.wouldDo(what, where);
      return;
    }
    try {
      await actions[entry.action](entry, this.#settings);
      this.#report.done(what, where);
    } catch (error) {
      this.#report.failed(what, where, error);
    }
  }

  #skips({ action, from, key, about }: TransferEntry): boolean {
    const restored = String(about?.Restore ?? '').includes('ongoing-request="false"');
    const frozen = ['GLACIER', 'DEEP_ARCHIVE'].includes(String(about?.StorageClass)) && !restored;
    const reads = action === 'download' || action === 'copy';
    if (reads && frozen && !this.#values.has('force-glacier-transfer')) {
      if (!this.#values.has('ignore-glacier-warnings')) this.#report.skipped(`s3://${from}`, glacier(action));
      return true;
    }
    const escapes = action === 'download' && leavesFolder(key);
    if (escapes) this.#report.skipped(key, 'File references a parent directory.');
    return escapes;
  }

  #where({ action, kind, from, to }: TransferEntry): string {
    const { cwd } = this.#settings.host;
    const local = (path: string) => relativePath(path, cwd);
    const source = kind === 's3' ? `s3://${from}` : local(from);
    if (action === 'delete') return source;
    return `${source} to ${action === 'download' ? local(to) : `s3://${to}`}`;
  }
}

function actionOf(command: TransferName, { from, to }: TransferRoute): TransferAction {
  if (command === 'rm') return 'delete';
  if (from.kind === 'local') return 'upload';
  return to.kind === 'local' ? 'download' : 'copy';
}

/** True for `../a` and what comes to the same. */
function leavesFolder(key: string): boolean {
  let depth = 0;
  for (const part of key.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

const glacier = (action: TransferAction) =>
  `Object is of storage class GLACIER. Unable to perform ${action} operations on GLACIER objects. You must restore the object to be able to perform the operation. See aws s3 ${action} help for additional parameter options to ignore or force these transfers.`;

async function* only(
  filter: PathFilter,
  entries: AsyncIterable<TransferEntry>,
): AsyncGenerator<TransferEntry> {
  for await (const entry of entries) if (filter(entry.from)) yield entry;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** `aws s3 cp - s3://b/k` from stdin, `aws s3 cp s3://b/k -` to stdout. */
async function stream(route: TransferRoute, settings: Settings, report: Report): Promise<AwsOutput> {
  const { s3, host, parameters } = settings;
  const upload = route.to.kind === 's3';
  const path = upload ? route.to.path + (route.keepsName ? '-' : '') : route.from.path;
  const where = upload ? `- to s3://${path}` : `s3://${path} to -`;
  try {
    if (upload) {
      await put(host.stdin ?? new Uint8Array(), path, parameters, settings);
      return report.output();
    }
    const { bucket, key } = splitS3(path);
    const about = await s3.call('HeadObject', { Bucket: bucket, Key: key, ...settings.payer });
    const bytes = await get(path, Number(about.ContentLength), settings);
    return { ...report.output(), bytes };
  } catch (error) {
    report.failed(upload ? 'upload' : 'download', where, error);
    return report.output();
  }
}
