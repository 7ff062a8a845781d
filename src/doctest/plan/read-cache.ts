import { language } from '../../language/index.ts';
import type { Extraction, ExtractOptions, PageIdentity, Problem } from '../../procedure/index.ts';
import { cached, memoize, type PageReader, type ParseCache } from '../../project/index.ts';
import { withPackedSteps } from '../packed.ts';

/** Parsers of pages and accounts that remember: in this process, and on the disk where a cache is given. */
export interface ReadCache {
  readonly page: PageReader;
  /** Problems of an account file. */
  account(text: string, file: string): Promise<readonly Problem[]>;
  /** Forgets what the disk holds of files that the project has no more. */
  sweep(): void;
}

/** Parses a page that is not remembered. */
export type PageParser = (text: string, page: PageIdentity, options: ExtractOptions) => Promise<Extraction>;

export interface ReadCacheOptions extends ExtractOptions {
  readonly disk?: ParseCache;
  /** Parses elsewhere, as in threads; here when absent. */
  readonly parse?: PageParser;
  /** Packs pages, for a run that holds them to its end: what reads each page at once is faster without. */
  readonly packs?: boolean;
}

const parseHere: PageParser = async (text, page, options) =>
  (await import('../../procedure/read-page.ts')).readPage(text, page, options);

/** Creates a cache. Each parser is loaded with the first text that is not remembered. */
export function createReadCache({
  disk,
  parse = parseHere,
  packs = false,
  onUnmarkedFence = 'throw',
}: ReadCacheOptions = {}): ReadCache {
  const parsePage: PageReader = (text, page) => parse(text, page, { onUnmarkedFence });
  const parseAccount = async (text: string, file: string): Promise<readonly Problem[]> =>
    (await import('../../aws/sandbox/account/index.ts')).readAccount(text, file).problems;
  const readPage = onDisk(parsePage, ({ file }) => named(`${file}?${onUnmarkedFence}`), disk);
  return {
    page: memoize(packs ? packed(readPage) : readPage, ({ file }) => file),
    account: memoize(onDisk(parseAccount, named, disk), (file) => file),
    sweep: () => disk?.sweep(),
  };
}

/** Problems are kept in the words of the language in which they were told. */
const named = (file: string): string => `${language()}:${file}`;

/** The steps are most of a page, and needed when it is run. */
function packed(read: PageReader): PageReader {
  return async (text, identity) => {
    const extraction = await read(text, identity);
    return { ...extraction, page: extraction.page && withPackedSteps(extraction.page) };
  };
}

/** Asks the disk before it parses, and keeps what it has parsed. */
function onDisk<Where, Result>(
  parse: (text: string, where: Where) => Promise<Result>,
  fileOf: (where: Where) => string,
  disk: ParseCache | undefined,
): (text: string, where: Where) => Promise<Result> {
  return (text, where) => cached(disk, fileOf(where), text, () => parse(text, where));
}
