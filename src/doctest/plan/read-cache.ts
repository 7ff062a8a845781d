import { readAccount } from '../../aws/sandbox/account/index.ts';
import { readPage } from '../../procedure/index.ts';
import { type PageReader, remember } from '../../project/index.ts';

/** Parsers of pages and accounts that remember: for plans that are made again and again. */
export interface ReadCache {
  readonly page: PageReader;
  readonly account: typeof readAccount;
}

export function createReadCache(): ReadCache {
  return {
    page: remember(readPage, ({ file }) => file),
    account: remember(readAccount, (file) => file),
  };
}
