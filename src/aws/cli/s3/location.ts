import { invalidParameterFailure } from '../failures.ts';
import type { AwsHost } from '../types.ts';

const SCHEME = 's3://';

export const isS3 = (path: string): boolean => path.startsWith(SCHEME);

export const withoutScheme = (path: string): string => (isS3(path) ? path.slice(SCHEME.length) : path);

const accessPoints = [
  /^(?<bucket>arn:(aws)[^:]*:s3:[a-z\-0-9]*:[0-9]{12}:accesspoint[:/][^/]+)\/?(?<key>.*)$/,
  /^(?<bucket>arn:(aws)[^:]*:s3-outposts:[a-z\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9-]{1,63})[/:]?(?<key>.*)$/,
];
const OBJECT_LAMBDA = /^arn:(aws)[^:]*:s3-object-lambda:[a-z\-0-9]*:[0-9]{12}:accesspoint[/:]/;
const OUTPOST_BUCKET =
  /^arn:(aws)[^:]*:s3-outposts:[a-z\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9-]{1,63}[/:]bucket[/:]/;

/** Bucket and key of `bucket/key`, with or without the scheme. Throws for what `aws s3` does not take. */
export function splitS3(path: string): { readonly bucket: string; readonly key: string } {
  const plain = withoutScheme(path);
  if (OBJECT_LAMBDA.test(plain))
    throw invalidParameterFailure(
      's3 commands do not support S3 Object Lambda resources. Use s3api commands instead.',
    );
  if (OUTPOST_BUCKET.test(plain))
    throw invalidParameterFailure(
      's3 commands do not support Outpost Bucket ARNs. Use s3control commands instead.',
    );
  for (const form of accessPoints) {
    const groups = form.exec(plain)?.groups;
    if (groups) return { bucket: groups.bucket ?? '', key: groups.key ?? '' };
  }
  const slash = plain.indexOf('/');
  return slash < 0
    ? { bucket: plain, key: '' }
    : { bucket: plain.slice(0, slash), key: plain.slice(slash + 1) };
}

/** An absolute path without `.`, `..` and doubled slashes: Python's `os.path.abspath`. */
export function absolutePath(path: string, cwd: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** `./a`, `../b/c`, `d/e`: how the CLI prints a local path. */
export function relativePath(path: string, cwd: string): string {
  const at = path.lastIndexOf('/');
  const [folder, name] = [absolutePath(path.slice(0, at + 1), '/'), path.slice(at + 1)];
  return joinPath(relativeFolder(folder, absolutePath(cwd, '/')), name);
}

function relativeFolder(folder: string, from: string): string {
  const [there, here] = [folder, from].map((path) => path.split('/').filter(Boolean)) as [string[], string[]];
  let common = 0;
  while (common < there.length && there[common] === here[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/') || '.';
}

/** Python's `os.path.join`: an absolute second path stands alone. */
export function joinPath(first: string, second: string): string {
  if (second.startsWith('/')) return second;
  return first === '' || first.endsWith('/') ? first + second : `${first}/${second}`;
}

/** As a path on the command line is read: no `~`, which the shell expands. */
export const pathOf = (path: string, host: Pick<AwsHost, 'cwd'>): string => absolutePath(path, host.cwd);
