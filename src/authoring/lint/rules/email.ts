import type { TextRule } from '../types.ts';

const ADDRESS =
  /(?<![\w.+%-])[A-Za-z0-9][\w.+%-]*@((?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,})(?![\w-])/g;

/** Names that nobody has: RFC 2606 and RFC 6761; `example.jp` and the like are kept free by JPRS. */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|org|net|jp|co\.jp|ne\.jp|or\.jp))?|test|invalid|localhost)$/i;
/** Names that no mail reaches: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const PRIVATE = /\.(?:internal|local)$/i;

export const emailRule: TextRule = {
  name: 'email',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(ADDRESS)]
      // `git@github.com:owner/name` is the address of a repository.
      .filter(
        ([address, domain = '']) =>
          !address.startsWith('git@') && !RESERVED.test(domain) && !PRIVATE.test(domain),
      )
      .map(({ index, 0: address }) => ({
        index,
        text: address,
        message: `${address} may be the address of a real person.`,
        fix: 'Write an address of example.com, example.net or example.org, as in user@example.com.',
      })),
};
