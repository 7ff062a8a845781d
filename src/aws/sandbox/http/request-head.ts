import type { IncomingMessage } from 'node:http';
import { isAwsHost } from '../../wire/message/index.ts';
import type { Message } from '../protocols/index.ts';
import { isLoopback, parseAuthority } from './hosts.ts';
import { notAws } from './refusals.ts';

/** A request's first line and headers, before its body. */
export type Head = Omit<Message, 'body'>;

/** Undefined where a request has no host or no path that could be one. */
export function readHead(request: IncomingMessage, scheme: 'http' | 'https'): Head | undefined {
  const target = parseTarget(request.url ?? '', request.headers.host ?? '');
  if (!target || !parseAuthority(target.host, 0)) return undefined;
  const url = parseUrl(`${scheme}://${target.host}${target.path}`);
  if (!url) return undefined;
  const path = target.path.replace(/\?.*$/s, '');
  return { method: request.method ?? 'GET', url, path, headers: readHeaders(request), host: target.host };
}

/** `/path?query` as to an origin; `http://host/path` as to a proxy (RFC 9112, 3.2). */
function parseTarget(target: string, host: string): { host: string; path: string } | undefined {
  if (target.startsWith('/')) return { host, path: target };
  const absolute = /^http:\/\/(?<host>[^/?#]+)(?<path>\/[^#]*)?$/i.exec(target)?.groups;
  return absolute?.host ? { host: absolute.host, path: absolute.path ?? '/' } : undefined;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** From the raw pairs: what stands twice is joined, as a signature covers it. */
function readHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '');
  return headers;
}

/**
 * Finds out why a request outside of a tunnel is refused; undefined where it is not.
 *
 * A tunnel needs a client that was told of the proxy and trusts its certificate. A plain request can also come from a
 * web page in a browser on this machine: under a name that leads here (DNS rebinding), or from a foreign origin.
 */
export function refusalOfPlainRequest({ host, headers }: Head): string | undefined {
  const name = parseAuthority(host, 80)?.host ?? '';
  if (!isLoopback(name) && !isAwsHost(name)) return notAws(host);
  if (isCrossSite(headers, host)) return 'Tejun sandbox: pages of other sites may not ask it.';
  return undefined;
}

/** Fetch metadata and `Origin` are set by browsers, never by a page's script (Fetch Standard). */
function isCrossSite(headers: Headers, host: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = headers.get('origin');
  return origin !== null && origin.toLowerCase() !== `http://${host.toLowerCase()}`;
}
