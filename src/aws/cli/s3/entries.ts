import { ServiceFailure } from '../failures.ts';
import { awsFilesOf } from '../host-files.ts';
import { toDate } from '../python/timestamps.ts';
import type { AwsHost } from '../types.ts';
import { splitS3 } from './location.ts';
import type { TransferEndKind, TransferRoute } from './paths.ts';
import type { Report } from './report.ts';
import { type Data, listObjects, type S3 } from './s3-client.ts';

export type TransferAction = 'upload' | 'download' | 'copy' | 'delete';

/** A file or object that may be transferred. */
export interface TransferEntry {
  readonly action: TransferAction;
  readonly kind: TransferEndKind;
  /** `bucket/key`, or an absolute path. */
  readonly from: string;
  readonly to: string;
  /** Key on both sides of a sync. */
  readonly key: string;
  readonly size?: number;
  readonly modified?: Date;
  /** Of an object: what the listing or HeadObject said. */
  readonly about?: Data;
}

export interface EntryWalk {
  readonly s3: S3;
  readonly host: AwsHost;
  readonly report: Report;
  readonly followLinks: boolean;
  readonly pageSize: unknown;
  readonly payer: Data;
}

type Found = Pick<TransferEntry, 'from' | 'size' | 'modified' | 'about'>;

/** Lists the source of a route in the order of keys. */
export async function* entriesOf(
  route: TransferRoute,
  action: TransferAction,
  walk: EntryWalk,
): AsyncGenerator<TransferEntry> {
  const { from, to, folder, keepsName } = route;
  const found = from.kind === 's3' ? objects(route, action, walk) : localFiles(from.path, folder, walk);
  for await (const one of found) {
    const key = folder ? one.from.slice(from.path.length) : (one.from.split('/').at(-1) ?? '');
    yield { ...one, action, kind: from.kind, key, to: keepsName ? to.path + key : to.path };
  }
}

async function* objects(
  route: TransferRoute,
  action: TransferAction,
  walk: EntryWalk,
): AsyncGenerator<Found> {
  const { s3, pageSize, payer } = walk;
  const { path } = route.from;
  const { bucket, key } = splitS3(path);
  if (!route.folder && key !== '') {
    yield action === 'delete' ? { from: path } : await head(path, walk);
    return;
  }
  for await (const page of listObjects(s3, { Bucket: bucket, Prefix: key, ...payer }, pageSize)) {
    for (const object of page.Contents ?? []) {
      const from = `${bucket}/${object.Key}`;
      // Folders that S3's console made: removed, but not downloaded.
      const isFolder = object.Size === 0 && from.endsWith('/');
      if (isFolder ? action !== 'delete' : !route.folder && from !== path) continue;
      yield { from, size: object.Size, modified: toDate(object.LastModified), about: { ...object } };
    }
  }
}

async function head(path: string, { s3, payer }: EntryWalk): Promise<Found> {
  const { bucket, key } = splitS3(path);
  try {
    const about = await s3.call('HeadObject', { Bucket: bucket, Key: key, ...payer });
    return { from: path, size: Number(about.ContentLength), modified: toDate(about.LastModified), about };
  } catch (error) {
    const missing = error instanceof ServiceFailure && error.response.code === '404';
    throw missing ? error.with({ message: `Key "${key}" does not exist` }) : error;
  }
}

async function* localFiles(path: string, folder: boolean, walk: EntryWalk): AsyncGenerator<Found> {
  const files = awsFilesOf(walk.host, 'copying of files');
  if (await isIgnored(path, walk)) return;
  if (!folder) {
    const stat = await files.stat(path);
    if (stat) yield { from: path, size: stat.size, modified: stat.modified };
    return;
  }
  const names: string[] = [];
  for (const name of await files.list(path)) {
    if (await isIgnored(path + name, walk)) continue;
    const isFolder = (await files.stat(path + name))?.kind === 'folder';
    names.push(isFolder ? `${name}/` : name);
  }
  // With its slash a folder stands where its files stand in a listing of S3.
  for (const name of names.sort(byCodePoint)) {
    if (name.endsWith('/')) yield* localFiles(path + name, true, walk);
    else {
      const stat = await files.stat(path + name);
      if (stat) yield { from: path + name, size: stat.size, modified: stat.modified };
    }
  }
}

/** As Python orders strings; JavaScript's order of UTF-16 units differs beyond U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [index, char] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (char !== other) return (char.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
  }
  return left.length - right.length;
}

async function isIgnored(path: string, { host, report, followLinks }: EntryWalk): Promise<boolean> {
  const files = awsFilesOf(host, 'copying of files');
  if (!followLinks && (await files.isLink?.(path.replace(/\/$/, '')))) return true;
  const found = await files.stat(path);
  const stat = path.endsWith('/') && found?.kind !== 'folder' ? undefined : found;
  if (!stat) report.skipped(path, 'File does not exist.');
  else if (stat.kind === 'special')
    report.skipped(path, 'File is character special device, block special device, FIFO, or socket.');
  return stat === undefined || stat.kind === 'special';
}
