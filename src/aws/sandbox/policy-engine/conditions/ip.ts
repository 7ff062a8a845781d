import ipaddr from 'ipaddr.js';

/** Tells whether an address is in a range such as `203.0.113.0/24` or `2001:DB8::/32`, or equals a single address. */
export function inRange(address: string, range: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const subject = ipaddr.process(address);
  const [network, bits] = rangeOf(range) ?? [];
  return (
    network !== undefined &&
    bits !== undefined &&
    subject.kind() === network.kind() &&
    subject.match(network, bits)
  );
}

function rangeOf(range: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(range)) return ipaddr.parseCIDR(range);
  if (!ipaddr.isValid(range)) return undefined;
  const single = ipaddr.process(range);
  return [single, single.kind() === 'ipv4' ? 32 : 128];
}
