import { invalidParameterFailure } from '../failures.ts';

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
