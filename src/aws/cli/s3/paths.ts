import { CliFailure, exitCodes, generalError, invalidParameterFailure } from '../failures.ts';
import { awsFilesOf } from '../host-files.ts';
import type { AwsHost } from '../types.ts';
import { absolutePath, isS3, joinPath, splitS3, withoutScheme } from './location.ts';
import type { TransferName } from './options.ts';

export type TransferEndKind = 's3' | 'local';

/** A side of a transfer: `bucket/prefix/` or an absolute path. */
interface TransferEnd {
  readonly kind: TransferEndKind;
  readonly path: string;
}

export interface TransferRoute {
  readonly from: TransferEnd;
  readonly to: TransferEnd;
  /** All below `from`. */
  readonly folder: boolean;
  /** Set where the target takes the name of the source. */
  readonly keepsName: boolean;
  /** A side is `-`. */
  readonly stream: boolean;
}

const usages: Readonly<Record<TransferName, string>> = {
  cp: '<LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>',
  mv: '<LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>',
  sync: '<LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>',
  rm: '<S3Uri>',
};

/** The paths of the command line, checked in the CLI's order. Makes the folder that is downloaded into. */
export async function routeOf(
  command: TransferName,
  words: readonly string[],
  recursive: boolean,
  host: AwsHost,
): Promise<{
  readonly route: TransferRoute;
  readonly back: TransferRoute;
  readonly given: readonly [string, string];
}> {
  checkKinds(command, words);
  const paths = words.map(withSlash);
  const given = [paths[0] ?? '', paths[1] ?? paths[0] ?? ''] as const;
  const stream = given.includes('-');
  if (stream && (command !== 'cp' || recursive))
    throw invalidParameterFailure('Streaming currently is only compatible with non-recursive cp commands');
  if (command === 'mv' && isSame(given))
    throw invalidParameterFailure(`Cannot mv a file onto itself: '${given[0]}' - '${given[1]}'`);
  const folder = (recursive || command === 'sync') && !stream;
  if (!stream) await checkLocal(given, folder, host);
  const route = { ...(await routeBetween(given[0], given[1], folder, host)), stream };
  const back = { ...(await routeBetween(given[1], given[0], folder, host)), stream };
  return { route, back, given };
}

function checkKinds(command: TransferName, words: readonly string[]): void {
  const kinds = words.map((word) => (isS3(word) ? 's3' : 'local')).join(' ');
  const allowed = command === 'rm' ? ['s3'] : ['s3 s3', 's3 local', 'local s3'];
  if (!allowed.includes(kinds))
    throw invalidParameterFailure(
      `usage: aws s3 ${command} ${usages[command]}\nError: Invalid argument type`,
    );
}

/** `s3://bucket` to `s3://bucket/`. */
const withSlash = (path: string) =>
  isS3(path) && splitS3(path).key === '' && !path.endsWith('/') ? `${path}/` : path;

function isSame([from, to]: readonly [string, string]): boolean {
  if (!isS3(from) || !isS3(to)) return false;
  return from === to || (to.endsWith('/') && from === joinPath(to, from.slice(from.lastIndexOf('/') + 1)));
}

async function checkLocal(
  [from, to]: readonly [string, string],
  folder: boolean,
  host: AwsHost,
): Promise<void> {
  if (isS3(from) && isS3(to)) return;
  const files = awsFilesOf(host, 'copying of files');
  const isThere = async () => from !== '' && (await files.stat(absolutePath(from, host.cwd))) !== undefined;
  if (!isS3(from) && !(await isThere()))
    throw new CliFailure(exitCodes.general, `\nThe user-provided path ${from} does not exist.\n`);
  if (isS3(from) && folder) {
    const path = absolutePath(to, host.cwd);
    const there = await files.stat(path);
    if (!there) await files.makeFolder(path);
    else if (there.kind !== 'folder') throw generalError(`[Errno 17] File exists: '${to}'`);
  }
}

async function routeBetween(
  from: string,
  to: string,
  folder: boolean,
  host: AwsHost,
): Promise<Omit<TransferRoute, 'stream'>> {
  const source = await placeOf(from, folder, host);
  const target = await placeOf(to, folder, host);
  return { from: source.place, to: target.place, folder, keepsName: target.keepsName };
}

async function placeOf(path: string, folder: boolean, host: AwsHost) {
  if (isS3(path)) {
    const plain = withoutScheme(path);
    const whole = folder && !plain.endsWith('/') ? `${plain}/` : plain;
    return { place: { kind: 's3', path: whole } as TransferEnd, keepsName: whole.endsWith('/') };
  }
  const absolute = absolutePath(path, host.cwd);
  const isFolder = folder || (await host.files?.stat(absolute))?.kind === 'folder' || path.endsWith('/');
  const end = isFolder && absolute !== '/' ? '/' : '';
  return { place: { kind: 'local', path: absolute + end } as TransferEnd, keepsName: isFolder };
}
