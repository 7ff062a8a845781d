import ipaddr from 'ipaddr.js';
import { validationError } from '../cloudformation-errors.ts';

/**
 * Divides an IPv4 block into the first `count` blocks with so many bits for addresses.
 * Throws a ValidationError. The wording is ours.
 *
 * @example
 * splitCidr('10.0.0.0/16', 2, 8) // ['10.0.0.0/24', '10.0.1.0/24']
 */
export function splitCidr(block: string, count: number, bits = 8): string[] {
  const fault = validationError(
    `Template error: Fn::Cidr cannot divide ${block} into ${count} blocks with ${bits} bits for addresses.`,
  );
  if (!ipaddr.IPv4.isValidCIDR(block) || !(count >= 1 && count <= 256) || !(bits >= 1 && bits <= 32))
    throw fault;
  const [address, prefix] = ipaddr.IPv4.parseCIDR(block);
  if (count * 2 ** bits > 2 ** (32 - prefix)) throw fault;
  const network = ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefix}`);
  const first = network.toByteArray().reduce((sum, octet) => sum * 256 + octet, 0);
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * 2 ** bits;
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
    return `${octets.join('.')}/${32 - bits}`;
  });
}
