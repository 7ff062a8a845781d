import { escapeUri } from '@smithy/core/protocols';
import type { Message } from '../message/index.ts';

/**
 * The canonical form of a request's path. S3 encodes each segment once; every other service drops
 * empty and dot segments and encodes twice (IAM User Guide, "Create a signed AWS API request").
 * Throws a URIError where an escape is not UTF-8.
 */
export function canonicalPath({ url, path }: Pick<Message, 'url' | 'path'>, service: string): string {
  const encode = (segment: string) => escapeUri(decodeURIComponent(segment));
  if (service === 's3') return path.split('/').map(encode).join('/');
  const { pathname } = url;
  const segments = pathname.split('/');
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
