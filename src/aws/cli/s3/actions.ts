import { generalError } from '../failures.ts';
import { awsFilesOf, folderOf, whatFails } from '../host-files.ts';
import type { AwsHost } from '../types.ts';
import type { TransferAction, TransferEntry } from './entries.ts';
import { splitS3 } from './location.ts';
import { contentTypeOf } from './mime.ts';
import { inParts, type PartSizes, rangesOf } from './parts.ts';
import type { Data, S3 } from './s3-client.ts';

/** Options of a command that hold for each transfer. */
export interface Settings {
  readonly s3: S3;
  /** Reads and removes what is copied; another when `--source-region` is given. */
  readonly source: S3;
  readonly host: AwsHost;
  readonly sizes: PartSizes;
  readonly move: boolean;
  /** The parameters of objects that are written. */
  readonly parameters: Data;
  readonly payer: Data;
  readonly guessType: boolean;
  readonly directive: string | undefined;
  readonly copyProps: string;
}

/** Does what an entry asks for; with `mv` the source is gone afterwards. */
export const actions: Readonly<
  Record<TransferAction, (entry: TransferEntry, settings: Settings) => Promise<void>>
> = {
  async upload(entry, settings) {
    const files = awsFilesOf(settings.host, 'copying of files');
    const content = await whatFails(files.read(entry.from));
    // The CLI looks at parameters before it opens the file.
    const named = objectAt(entry.to).Key !== '';
    if (!content && named) throw generalError(`[Errno 21] Is a directory: '${entry.from}'`);
    const type = settings.guessType ? contentTypeOf(entry.from) : undefined;
    await put(
      content ?? new Uint8Array(),
      entry.to,
      { ...(type ? { ContentType: type } : {}), ...settings.parameters },
      settings,
    );
    if (settings.move) await whatFails(files.remove(entry.from));
  },

  async download(entry, settings) {
    const files = awsFilesOf(settings.host, 'copying of files');
    const content = await get(entry.from, entry.size ?? 0, settings);
    await whatFails(files.makeFolder(folderOf(entry.to)));
    await whatFails(files.write(entry.to, content));
    if (entry.modified) await files.setModified(entry.to, entry.modified);
    if (settings.move) await removeObject(settings.source, entry.from, settings.payer);
  },

  async copy(entry, settings) {
    await copy(entry, settings);
    if (settings.move) await removeObject(settings.source, entry.from, settings.payer);
  },

  async delete(entry, settings) {
    if (entry.kind === 's3') await removeObject(settings.s3, entry.from, settings.payer);
    else await whatFails(awsFilesOf(settings.host, 'removing of files').remove(entry.from));
  },
};

const objectAt = (path: string) => {
  const { bucket, key } = splitS3(path);
  return { Bucket: bucket, Key: key };
};

async function removeObject(s3: S3, path: string, payer: Data): Promise<void> {
  await s3.call('DeleteObject', { ...objectAt(path), ...payer });
}

/** Writes an object, in parts when it is large. */
export async function put(
  content: Uint8Array,
  path: string,
  parameters: Data,
  settings: Settings,
): Promise<void> {
  const { s3, sizes, payer } = settings;
  const target = objectAt(path);
  if (content.length < sizes.threshold) {
    await s3.call('PutObject', { ...target, ...parameters, ...payer, Body: content });
    return;
  }
  await inParts(
    s3,
    target,
    { ...parameters, ...payer },
    rangesOf(content.length, sizes.chunk),
    async (place, { from, to }) =>
      (await s3.call('UploadPart', { ...place, ...payer, Body: content.subarray(from, to) })).ETag,
  );
}

/** Reads an object, in parts when it is large. */
export async function get(
  path: string,
  size: number,
  { source, sizes, payer }: Settings,
): Promise<Uint8Array> {
  const object = { ...objectAt(path), ...payer };
  const read = async (more: Data) =>
    (await source.call('GetObject', { ...object, ...more })).Body as Uint8Array;
  if (size < sizes.threshold) return read({});
  const content = new Uint8Array(size);
  // Downloads are cut at the chunk as it is: S3 has no least size for what is read.
  for (let from = 0; from < size; from += sizes.chunk) {
    const end = from + sizes.chunk >= size ? '' : from + sizes.chunk - 1;
    content.set(await read({ Range: `bytes=${from}-${end}` }), from);
  }
  return content;
}

/** Headers that go with an object's content when it is copied. */
const properties = [
  ...['CacheControl', 'ContentDisposition', 'ContentEncoding', 'ContentLanguage', 'ContentType'],
  ...['Expires', 'Metadata'],
];

async function copy(entry: TransferEntry, settings: Settings): Promise<void> {
  const { s3, sizes, payer } = settings;
  const target = objectAt(entry.to);
  const large = (entry.size ?? 0) >= sizes.threshold;
  const parameters = { ...(await copyParameters(entry, settings, large)), ...payer };
  if (!large) {
    await s3.call('CopyObject', { ...target, ...parameters, CopySource: entry.from });
    return;
  }
  const { MetadataDirective: _directive, TaggingDirective: _tagging, ...created } = parameters as Data;
  await inParts(s3, target, created, rangesOf(entry.size ?? 0, sizes.chunk), async (place, { from, to }) => {
    const range = { CopySource: entry.from, CopySourceRange: `bytes=${from}-${to - 1}` };
    const answer = await s3.call('UploadPartCopy', { ...place, ...range, ...payer });
    return (answer.CopyPartResult as Data | undefined)?.ETag;
  });
}

/** Parameters of a copy by `--copy-props` and `--metadata-directive` (customizations/s3/subscribers.py). */
async function copyParameters(entry: TransferEntry, settings: Settings, large: boolean): Promise<Data> {
  const { parameters, directive, copyProps, source } = settings;
  const given = parameters.Metadata && !directive ? { MetadataDirective: 'REPLACE' } : {};
  if (directive) return { ...parameters, MetadataDirective: directive };
  if (copyProps === 'none')
    return { ...parameters, ...given, MetadataDirective: 'REPLACE', TaggingDirective: 'REPLACE' };
  const tagging = copyProps === 'metadata-directive' ? { TaggingDirective: 'REPLACE' } : {};
  const replaces = properties.some((name) => name in parameters);
  if (!large && !replaces) return { ...parameters, ...given, ...tagging };
  const about =
    entry.about && 'ContentLength' in entry.about ? entry.about : await headOf(entry.from, settings);
  const kept = properties.filter((name) => name in about && !(name in parameters));
  const copied = Object.fromEntries(kept.map((name) => [name, about[name]]));
  const tags = large && copyProps === 'default' ? await tagsOf(entry.from, source) : {};
  const replace = !large || given.MetadataDirective ? { MetadataDirective: 'REPLACE' } : {};
  return { ...parameters, ...copied, ...tags, ...tagging, ...replace };
}

const headOf = (path: string, { source, payer }: Settings) =>
  source.call('HeadObject', { ...objectAt(path), ...payer });

async function tagsOf(path: string, source: S3): Promise<Data> {
  const { TagSet = [] } = (await source.call('GetObjectTagging', objectAt(path))) as {
    TagSet?: { Key: string; Value: string }[];
  };
  if (TagSet.length === 0) return {};
  const tags = TagSet.map(({ Key, Value }) => `${encodeURIComponent(Key)}=${encodeURIComponent(Value)}`);
  return { Tagging: tags.join('&') };
}
