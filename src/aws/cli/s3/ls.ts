import type { Value } from '../argparse/index.ts';
import { flag, helpText, parseCustom, printedOutput, valued } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { CliFailure } from '../failures.ts';
import { toDate } from '../python/timestamps.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { humanSize, localTime } from './columns.ts';
import { splitS3 } from './location.ts';
import { requestPayer } from './options.ts';
import { type ListPage, listObjects, openS3, type S3 } from './s3-client.ts';

export const lsOptions = [
  flag('recursive'),
  valued('page-size'),
  flag('human-readable'),
  flag('summarize'),
  requestPayer,
];

/** `aws s3 ls [s3://bucket/prefix]`. */
export async function runLs(words: readonly string[], globals: Globals, host: AwsHost): Promise<AwsOutput> {
  const paths = { kind: 'positional', dest: 'paths', takes: 'optional' } as const;
  const values = parseCustom(words, [paths], lsOptions);
  if (!values) return printedOutput(helpText('s3 ls'));
  const s3 = await openS3(globals, host);
  const { bucket, key } = splitS3(String(values.get('paths') ?? 's3://'));
  const listing = new Listing(values, host);
  await listing.fill(s3, bucket, key);
  const stdout = listing.text + (values.has('summarize') ? listing.summary() : '');
  // Nothing under a prefix that was named is a failure; an empty bucket is none.
  return { stdout, stderr: '', exitCode: key !== '' && listing.isEmpty ? 1 : 0 };
}

class Listing {
  text = '';
  isEmpty = false;
  readonly #values: ReadonlyMap<string, Value>;
  readonly #host: AwsHost;
  #count = 0;
  #bytes = 0;

  constructor(values: ReadonlyMap<string, Value>, host: AwsHost) {
    this.#values = values;
    this.#host = host;
  }

  async fill(s3: S3, bucket: string, key: string): Promise<void> {
    try {
      if (bucket === '') await this.#buckets(s3);
      else await this.#objects(s3, bucket, key);
    } catch (error) {
      // The lines listed before the failure stay printed.
      if (error instanceof CliFailure) throw new CliFailure(error.exitCode, error.stderr, this.text);
      throw error;
    }
  }

  summary(): string {
    const size = this.#values.has('human-readable') ? humanSize(this.#bytes) : String(this.#bytes);
    return `\nTotal Objects: ${this.#count}\n   Total Size: ${size}\n`;
  }

  async #buckets(s3: S3): Promise<void> {
    const { Buckets = [] } = (await s3.call('ListBuckets', {})) as {
      Buckets?: { Name: string; CreationDate: string }[];
    };
    for (const { Name, CreationDate } of Buckets) this.text += `${this.#when(CreationDate)} ${Name}\n`;
  }

  async #objects(s3: S3, bucket: string, key: string): Promise<void> {
    const recursive = this.#values.has('recursive');
    const payer = this.#values.has('request-payer') ? 'requester' : undefined;
    const input = { Bucket: bucket, Prefix: key, RequestPayer: payer };
    const pages = listObjects(
      s3,
      recursive ? input : { ...input, Delimiter: '/' },
      this.#values.get('page-size'),
    );
    let first = true;
    for await (const page of pages) {
      if (first) this.isEmpty = !page.Contents?.length && !page.CommonPrefixes?.length;
      first = false;
      this.#page(page, recursive);
    }
  }

  #page({ CommonPrefixes = [], Contents = [] }: ListPage, wholeKeys: boolean): void {
    for (const { Prefix } of CommonPrefixes)
      this.text += `${'PRE'.padStart(30)} ${Prefix.split('/').at(-2) ?? ''}/\n`;
    for (const { Key, Size, LastModified } of Contents) {
      this.#count++;
      this.#bytes += Size;
      const size = this.#values.has('human-readable') ? humanSize(Size) : String(Size);
      const name = wholeKeys ? Key : Key.split('/').at(-1);
      this.text += `${this.#when(LastModified)} ${size.padStart(10)} ${name}\n`;
    }
  }

  #when(text: string): string {
    const date = toDate(text);
    return date ? localTime(date, this.#host.env.TZ) : text;
  }
}
