import { readAccount } from '../../aws/sandbox/account/index.ts';
import { type PageIdentity, readPage } from '../../procedure/index.ts';

/** Reads pages and accounts from their texts. */
export interface Memory {
  page(text: string, identity: PageIdentity): ReturnType<typeof readPage>;
  account(text: string, file: string): ReturnType<typeof readAccount>;
}

/** For plans that are made again and again: a text that is as it was is not read again. */
export function createMemory(): Memory {
  return {
    page: remembering(readPage, ({ file }) => file),
    account: remembering(readAccount, (file) => file),
  };
}

/** Keeps what was read last from each file. */
function remembering<Where, Read>(
  read: (text: string, where: Where) => Read,
  fileOf: (where: Where) => string,
): (text: string, where: Where) => Read {
  const kept = new Map<string, { readonly text: string; readonly read: Read }>();
  return (text, where) => {
    const file = fileOf(where);
    const last = kept.get(file);
    if (last?.text === text) return last.read;
    const now = { text, read: read(text, where) };
    kept.set(file, now);
    return now.read;
  };
}
