import { SOURCE_IP } from '../../authorization/index.ts';
import type { Random } from '../../random/index.ts';
import { ec2Error, invalidParameterValue } from './ec2-errors.ts';
import type { NetworkInterface, Networks, Subnet } from './state/index.ts';

/** Public addresses: our choice, blocks reserved for documentation (RFC 5737). */
const PUBLIC_BLOCKS = ['198.51.100.', '203.0.113.'];

const inUse = ({ networkInterfaces }: Networks, subnet: Subnet): Set<string> =>
  new Set(
    [...networkInterfaces.values()]
      .filter(({ subnetId }) => subnetId === subnet.id)
      .flatMap(({ privateIp, secondaryIps }) => [privateIp, ...secondaryIps]),
  );

/** A free address of a subnet; its first four and its last are AWS's ("Subnet sizing", VPC User Guide). */
export function freePrivateIp(networks: Networks, subnet: Subnet, random: Random): string {
  const block = parseCidr(subnet.cidrBlock);
  const used = inUse(networks, subnet);
  const size = block ? block.last - block.first - 4 : 0;
  const start = random.integer(size);
  for (let step = 0; block && step < size; step++) {
    const address = formatAddress(block.first + 4 + ((start + step) % size));
    if (!used.has(address)) return address;
  }
  throw ec2Error(
    'InsufficientFreeAddressesInSubnet',
    `There are not enough free addresses in subnet '${subnet.id}' to satisfy the requested number of instances.`,
  );
}

/** An address that was asked for. Throws where the subnet does not have it, or it is in use. */
export function wantedPrivateIp(networks: Networks, subnet: Subnet, address: string): string {
  const block = parseCidr(subnet.cidrBlock);
  const wanted = parseCidr(`${address}/32`);
  if (!wanted)
    throw invalidParameterValue(
      `Value (${address}) for parameter privateIpAddress is invalid. Invalid IP address.`,
    );
  const isTheirs = block && containsBlock(block, wanted);
  if (!isTheirs) throw invalidParameterValue(`Address does not fall within the subnet's address range`);
  if (wanted.first < block.first + 4 || wanted.first === block.last)
    throw invalidParameterValue(`Address ${address} is in subnet's reserved address range`);
  if (inUse(networks, subnet).has(address))
    throw ec2Error('InvalidIPAddress.InUse', `Address ${address} is in use.`);
  return address;
}

export function newPublicIp({ addresses, networkInterfaces }: Networks, random: Random): string {
  const used = new Set([
    SOURCE_IP,
    ...[...addresses.values()].map(({ publicIp }) => publicIp),
    ...[...networkInterfaces.values()].map(({ publicIp }) => publicIp),
  ]);
  const start = random.integer(PUBLIC_BLOCKS.length * 254);
  for (let step = 0; step < PUBLIC_BLOCKS.length * 254; step++) {
    const index = (start + step) % (PUBLIC_BLOCKS.length * 254);
    const address = `${PUBLIC_BLOCKS[Math.floor(index / 254)]}${(index % 254) + 1}`;
    if (!used.has(address)) return address;
  }
  // Our limit: the blocks hold no more.
  throw ec2Error('InsufficientAddressCapacity', 'The Tejun sandbox has no more public addresses.');
}

/** `ip-10-0-1-5.ap-northeast-1.compute.internal` (VPC User Guide, "DNS attributes for your VPC"). */
export const privateDnsName = (address: string, region: string): string =>
  `ip-${address.replaceAll('.', '-')}.${region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`}`;

/** `ec2-203-0-113-5.ap-northeast-1.compute.amazonaws.com`; empty where the VPC gives no names to public addresses. */
export function publicDnsName(
  address: string,
  { region, vpcId }: NetworkInterface,
  { vpcs }: Networks,
): string {
  if (!vpcs.get(vpcId)?.enableDnsHostnames) return '';
  const place = region === 'us-east-1' ? 'compute-1' : `${region}.compute`;
  return `ec2-${address.replaceAll('.', '-')}.${place}.amazonaws.com`;
}

/** Six bytes; the second bit of the first says that it was given by software. */
export const newMacAddress = (random: Random): string =>
  ['06', ...Array.from({ length: 5 }, () => random.text(2, '0123456789abcdef'))].join(':');

/** An IPv4 block as numbers. */
interface Cidr {
  readonly first: number;
  readonly last: number;
  /** 0 to 32. */
  readonly prefix: number;
}

/** Reads an IPv4 block; bits after the prefix are dropped. Undefined for any other text. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((byte) => byte > 255) || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const first = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return { first, last: first + size - 1, prefix };
}

function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

export const formatCidr = ({ first, prefix }: Cidr): string => `${formatAddress(first)}/${prefix}`;

export const overlaps = (a: Cidr, b: Cidr): boolean => a.first <= b.last && b.first <= a.last;

export const containsBlock = (outer: Cidr, inner: Cidr): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;
