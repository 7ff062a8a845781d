import ipaddr from 'ipaddr.js';
import { say } from '../../../language/index.ts';
import type { Found, TextRule } from '../types.ts';

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
        message: say`${address} may be the address of a real person.`,
        fix: say`Write an address of example.com, example.net or example.org, as in user@example.com.`,
      })),
};

/** Not a part of a version (`aws-cli/1.2.3.4`, `v1.2.3.4`) or of a longer number. */
const V4 = /(?<![\w.-]|\w\/)(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\w)/g;
const V6 = /(?<![\w:.])(?=[0-9A-Fa-f:]*\d)[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:]|\.\w)/g;

/** Names of instances: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const IN_NAME = /(?<=(?<![\w.-])ec2-)(?:\d{1,3}-){3}\d{1,3}(?=\.[\w.-]*amazonaws\.com)/g;

/**
 * Addresses that may belong to someone. Free are those for documentation (RFC 5737: 192.0.2.0/24, 198.51.100.0/24,
 * 203.0.113.0/24; RFC 3849: 2001:db8::/32), private, local, multicast and unassigned ones.
 */
export const ipAddressRule: TextRule = {
  name: 'ip-address',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(V4), ...text.matchAll(V6), ...text.matchAll(IN_NAME)]
      .sort((a, b) => a.index - b.index)
      .flatMap(({ index, 0: written }): Found[] => {
        const address = written.replaceAll('-', '.');
        if (!ipaddr.isValid(address) || ipaddr.parse(address).range() !== 'unicast') return [];
        const free = written.includes(':') ? '2001:db8::1' : '203.0.113.10';
        const instead = written.includes('-') ? free.replaceAll('.', '-') : free;
        return [
          {
            index,
            text: written,
            message: say`${written} may be the address of a real machine.`,
            fix: say`Write one that is kept for documentation, as in ${instead}.`,
          },
        ];
      }),
};
