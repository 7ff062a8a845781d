import { join } from 'node:path';
import { expect, test } from 'vitest';
import { networkVariables, proxyPasswords, trustedCertificates } from '../../../src/doctest/live/network.ts';
import { folderOf } from '../../project/folders.ts';

test('scripts get the proxies and the certificates, and nothing else', () => {
  const env = {
    HTTPS_PROXY: 'http://proxy:3128',
    no_proxy: 'localhost',
    http_proxy: '',
    AWS_CA_BUNDLE: '/ca.pem',
    HOME: '/root',
  };
  expect(networkVariables(env, '/home/ca.pem')).toEqual({
    ...{ HTTPS_PROXY: 'http://proxy:3128', no_proxy: 'localhost' },
    ...{ REQUESTS_CA_BUNDLE: '/home/ca.pem', CURL_CA_BUNDLE: '/home/ca.pem' },
  });
  expect(networkVariables({}, undefined)).toEqual({});
});

test.each([
  ['http://me:longpassword@proxy:3128', ['longpassword']],
  ['me:longpassword@proxy', ['longpassword']],
  ['http://me:short@proxy:3128', []],
  ['http://proxy:3128', []],
])('of the proxy %s nobody should read %j', (proxy, passwords) => {
  expect(proxyPasswords({ HTTPS_PROXY: proxy, https_proxy: proxy })).toEqual(passwords);
});

test('the first file of certificates that is named counts; one that is not there is an error', () => {
  const folder = folderOf({ 'ca.pem': 'CERTIFICATE' });
  const file = join(folder, 'ca.pem');
  expect(trustedCertificates({ REQUESTS_CA_BUNDLE: file, CURL_CA_BUNDLE: '/none' })?.toString()).toBe(
    'CERTIFICATE',
  );
  expect(trustedCertificates({})).toBeUndefined();
  expect(() => trustedCertificates({ AWS_CA_BUNDLE: '/none', REQUESTS_CA_BUNDLE: file })).toThrow(
    'cannot be read',
  );
});
