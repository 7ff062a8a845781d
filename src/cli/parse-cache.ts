import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createReadCache, type ReadCache, type ReadCacheOptions } from '../doctest/index.ts';
import { type CachedKind, openParseCache, type ParseCache, readConfig } from '../project/index.ts';

/**
 * Opens a cache of this project for this build. The name of the bundled file holds a hash of all code that is bundled,
 * packages included: no cache is read by another version of a parser.
 *
 * @param isKept `false` (`--no-cache`): nothing is read from the disk or kept on it
 */
export function parseCacheOf(root: string, kind: CachedKind, isKept: boolean): ParseCache | undefined {
  const build = /-[0-9A-Z]{8}\.js$/.exec(basename(fileURLToPath(import.meta.url)))?.[0];
  return isKept && build ? openParseCache(root, kind, build) : undefined;
}

/** How pages are parsed and held. */
type PageReading = Pick<ReadCacheOptions, 'parse' | 'packs'>;

/** Opens the parsers of pages and accounts, with the settings of the project. */
export function readCacheOf(root: string, isKept: boolean, reading: PageReading = {}): ReadCache {
  const { onUnmarkedFence } = readConfig(root);
  return createReadCache({ disk: parseCacheOf(root, 'pages', isKept), onUnmarkedFence, ...reading });
}
