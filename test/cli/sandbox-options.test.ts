import { expect, test } from 'vitest';
import { parseAmount, parsePort, parseUpstream } from '../../src/cli/sandbox-options.ts';

test.each([
  ['+15m', 900_000],
  ['90s', 90_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
])('%s is an amount of time', (text, milliseconds) => {
  expect(parseAmount(text)).toBe(milliseconds);
});

test.each([
  ['-15m', 'Time only goes forward: +15m'],
  ['--help', 'no such option'],
  ['15', 'a number with s, m, h or d'],
  ['15w', 'a number with s, m, h or d'],
])('%s is none', (text, reason) => {
  expect(() => parseAmount(text)).toThrow(reason);
});

test('a port is a number up to 65535', () => {
  expect([parsePort('0'), parsePort('65535')]).toEqual([0, 65_535]);
  for (const text of ['65536', '-1', '80a', '']) expect(() => parsePort(text)).toThrow('Write a number');
});

test('an emulator is named by scheme, host and port, and is never AWS itself', () => {
  expect(parseUpstream('http://127.0.0.1:5000').href).toBe('http://127.0.0.1:5000/');
  for (const text of ['localhost:5000', 'ftp://x', 'x'])
    expect(() => parseUpstream(text)).toThrow("Write the emulator's URL");
  for (const text of [
    'https://s3.amazonaws.com',
    'https://amazonaws.com.cn',
    'https://lambda.eu-west-1.api.aws',
  ])
    expect(() => parseUpstream(text)).toThrow('That is AWS itself');
  expect(parseUpstream('http://notamazonaws.com').host).toBe('notamazonaws.com');
  for (const text of ['http://x/path', 'http://x?q'])
    expect(() => parseUpstream(text)).toThrow('scheme, host and port only');
});
