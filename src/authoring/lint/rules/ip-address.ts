import ipaddr from 'ipaddr.js';
import type { Found, TextRule } from '../types.ts';

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
            message: `${written} may be the address of a real machine.`,
            fix: `Write one that is kept for documentation, as in ${instead}.`,
          },
        ];
      }),
};
