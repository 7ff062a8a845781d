import { escapeUri } from '@smithy/core/protocols';

/**
 * The canonical form of a request's path. S3 encodes each segment once; every other service drops
 * empty segments and encodes twice (IAM User Guide, "Create a signed AWS API request").
 * Throws a URIError where an escape is not UTF-8.
 */
export function canonicalPath(pathname: string, service: string): string {
  const segments = pathname.split('/');
  if (service === 's3') return segments.map((segment) => escapeUri(decodeURIComponent(segment))).join('/');
  const named = segments.filter((segment) => segment !== '');
  const slash = named.length > 0 && pathname.endsWith('/') ? '/' : '';
  return `/${named.map(escapeUri).join('/')}${slash}`;
}

/** The query as the signing library takes it: a name that stands more than once has an array. */
export function queryBag(url: URL): Record<string, string | string[]> {
  const bag: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    bag[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return bag;
}
