import { isAwsHost, isLoopback, parseAuthority } from './hosts.ts';
import { notAws } from './refusals.ts';
import type { Head } from './request-head.ts';

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
