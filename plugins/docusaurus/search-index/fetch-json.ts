import { searchIndexUrl } from '@easyops-cn/docusaurus-search-local/dist/client/client/utils/proxiedGeneratedConstants';

/** Thrown where a file of the index cannot be had. */
export class NoNetworkError extends Error {}

/** Distinguishes the files of this version of the site from those that a browser may have kept. */
const VERSION = /\?.*$/.exec(searchIndexUrl)?.[0] ?? '';

const known = new Map<string, Promise<unknown>>();

/** Reads a file of the index, once. */
export function fetchJson<T>(address: string): Promise<T> {
  const reading = known.get(address) ?? read(address + VERSION);
  known.set(address, reading);
  // Another search asks again.
  reading.catch(() => known.delete(address));
  return reading as Promise<T>;
}

async function read(address: string): Promise<unknown> {
  const response = await fetch(address).catch((cause) => {
    throw new NoNetworkError(`${address} cannot be read.`, { cause });
  });
  if (!response.ok) throw new NoNetworkError(`${address}: ${response.status}`);
  return response.json();
}
