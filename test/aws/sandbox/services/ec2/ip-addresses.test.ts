import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../../src/aws/sandbox/index.ts';
import {
  containsBlock,
  formatCidr,
  freePrivateIp,
  overlaps,
  parseCidr,
  privateDnsName,
  wantedPrivateIp,
} from '../../../../../src/aws/sandbox/services/ec2/ip-addresses.ts';

const block = (text: string) => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`${text} is no block`);
  return parsed;
};

test.each([
  ['10.0.0.0/16', '10.0.0.0/16'],
  ['10.0.5.7/24', '10.0.5.0/24'],
  ['255.255.255.255/32', '255.255.255.255/32'],
  ['0.0.0.0/0', '0.0.0.0/0'],
])('%s is %s', (text, normal) => {
  expect(formatCidr(block(text))).toBe(normal);
});

test.each(['10.0.0.0', '10.0.0/16', '10.0.0.256/24', '10.0.0.0/33', 'x'])('%s is no block', (text) => {
  expect(parseCidr(text)).toBeUndefined();
});

test('blocks contain and overlap each other', () => {
  const [whole, part, next] = ['10.0.0.0/16', '10.0.1.0/24', '10.1.0.0/16'].map(block) as [
    never,
    never,
    never,
  ];
  expect([containsBlock(whole, part), containsBlock(part, whole)]).toEqual([true, false]);
  expect([overlaps(whole, part), overlaps(whole, next)]).toEqual([true, false]);
});

describe('an address of a subnet', () => {
  const subnet = { id: 'subnet-1', cidrBlock: '10.0.0.0/28' } as never;
  const used = (...addresses: string[]) =>
    ({
      networkInterfaces: new Map(
        addresses.map((privateIp) => [privateIp, { subnetId: 'subnet-1', privateIp, secondaryIps: [] }]),
      ),
    }) as never;

  // "Subnet sizing", VPC User Guide: the first four and the last are AWS's.
  test.each([
    ['10.0.0.3', "Address 10.0.0.3 is in subnet's reserved address range"],
    ['10.0.0.15', "Address 10.0.0.15 is in subnet's reserved address range"],
    ['10.0.1.5', "Address does not fall within the subnet's address range"],
    ['10.0.0.9', 'Address 10.0.0.9 is in use.'],
    ['x', 'Value (x) for parameter privateIpAddress is invalid. Invalid IP address.'],
  ])('%s is refused', (address, message) => {
    expect(() => wantedPrivateIp(used('10.0.0.9'), subnet, address)).toThrow(message);
  });

  test('is one of eleven, and none is given twice', () => {
    const taken: string[] = [];
    for (let count = 0; count < 11; count++)
      taken.push(freePrivateIp(used(...taken), subnet, createRandom('ip')));
    expect(new Set(taken).size).toBe(11);
    expect(() => freePrivateIp(used(...taken), subnet, createRandom('ip'))).toThrow(
      expect.objectContaining({ code: 'InsufficientFreeAddressesInSubnet' }),
    );
  });
});

test.each([
  ['ap-northeast-1', 'ip-10-0-1-5.ap-northeast-1.compute.internal'],
  ['us-east-1', 'ip-10-0-1-5.ec2.internal'],
])('a private name in %s', (region, name) => {
  expect(privateDnsName('10.0.1.5', region)).toBe(name);
});
