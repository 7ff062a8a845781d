import { describe, expect, it } from 'vitest';

import { ipPattern, normalV6 } from '../../../src/matching/values/ip.ts';

const found = (text: string) =>
  [...text.matchAll(ipPattern.finds)]
    .map(([one]) => one)
    .filter((one) => ipPattern.recognises?.(one) ?? true);

describe('addresses in a text', () => {
  it.each([
    ['from 3.4.5.6 to 10.0.0.1', ['3.4.5.6', '10.0.0.1']],
    ['10.0.0.0/16', []],
    ['0.0.0.0 127.0.0.1 169.254.169.254 255.255.255.0', []],
    ['version: 1.2.3.4', []],
    ['nginx/1.25.3.1', []],
    ['Python 3.9.16.1', []],
    ['Address 3.4.5.6', ['3.4.5.6']],
    ['256.1.1.1', []],
    ['ip-10-0-0-1.ec2.internal', ['10-0-0-1']],
    ['2001:db8::1', ['2001:db8::1']],
    ['09:00:00', []],
    ['::1', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('normalV6', () => {
  it.each([
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
    ['::', undefined],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['0001:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1:2:3', undefined],
    ['10.0.0.1', undefined],
  ])('%s', (text, expected) => expect(normalV6(text)).toBe(expected));
});
