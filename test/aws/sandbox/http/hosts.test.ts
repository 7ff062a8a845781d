import { expect, test } from 'vitest';
import { isLoopback, parseAuthority } from '../../../../src/aws/sandbox/http/hosts.ts';

test.each([
  ['iam.amazonaws.com', { host: 'iam.amazonaws.com', port: 443 }],
  ['IAM.amazonaws.com:8443', { host: 'iam.amazonaws.com', port: 8443 }],
  ['[::1]:80', { host: '[::1]', port: 80 }],
  ['a:b', undefined],
  ['a:123456', undefined],
  ['a/b', undefined],
  ['user@host', undefined],
  ['', undefined],
])('%s is a host and a port', (authority, parts) => {
  expect(parseAuthority(authority, 443)).toEqual(parts);
});

test.each([
  ['localhost', true],
  ['bucket.localhost', true],
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['[::1]', true],
  ['localhost.example.com', false],
  ['128.0.0.1', false],
])('%s is this machine: %s', (host, is) => {
  expect(isLoopback(host)).toBe(is);
});
