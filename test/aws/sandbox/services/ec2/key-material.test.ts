import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { expect, test } from 'vitest';
import { createRandom } from '../../../../../src/aws/sandbox/index.ts';
import {
  newEd25519Key,
  newRsaKey,
  readPublicKey,
} from '../../../../../src/aws/sandbox/services/ec2/key-material/index.ts';

/** A seed that leads to primes soon. */
const QUICK = 's9';

const digest = (algorithm: string, data: Buffer) => createHash(algorithm).update(data).digest();
const colons = (data: Buffer) => data.toString('hex').match(/../g)?.join(':');

test('an RSA key is one that OpenSSL reads, signs with and verifies', () => {
  const { privateKey, fingerprint } = newRsaKey(createRandom(QUICK));
  expect(privateKey.split('\n')[0]).toBe('-----BEGIN RSA PRIVATE KEY-----');
  const key = createPrivateKey(privateKey);
  expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n });
  const data = Buffer.from('a text');
  expect(verify('sha256', data, createPublicKey(key), sign('sha256', data, key))).toBe(true);
  expect(fingerprint).toBe(colons(digest('sha1', key.export({ type: 'pkcs8', format: 'der' }))));
});

test('keys follow from the seed', async () => {
  expect(newRsaKey(createRandom(QUICK))).toEqual(newRsaKey(createRandom(QUICK)));
  expect(newRsaKey(createRandom(QUICK)).publicKey).not.toBe(newRsaKey(createRandom('s10')).publicKey);
  expect(await newEd25519Key(createRandom('a'))).toEqual(await newEd25519Key(createRandom('a')));
});

test('the public halves are read again, with their types', async () => {
  expect(readPublicKey(`${newRsaKey(createRandom(QUICK)).publicKey} me@example.com\n`)?.type).toBe('rsa');
  const { publicKey, fingerprint } = await newEd25519Key(createRandom('x'));
  expect(readPublicKey(publicKey)).toMatchObject({ type: 'ed25519', fingerprint });
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64');
  expect(fingerprint).toBe(digest('sha256', blob).toString('base64'));
});

test('an imported RSA key has the MD5 of its public key as fingerprint', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const field = (bytes: Buffer) => {
    const positive = (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(positive.length);
    return Buffer.concat([length, positive]);
  };
  const parts = [Buffer.from('ssh-rsa'), Buffer.from(e, 'base64url'), Buffer.from(n, 'base64url')];
  const text = `ssh-rsa ${Buffer.concat(parts.map(field)).toString('base64')} x`;
  const der = publicKey.export({ type: 'spki', format: 'der' });
  expect(readPublicKey(text)?.fingerprint).toBe(colons(digest('md5', der)));
});

test.each([
  '',
  'nonsense',
  'ssh-rsa AAAA',
  'ssh-dss AAAAB3NzaC1kc3MAAAA=',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5',
])('%j is no public key', (text) => {
  expect(readPublicKey(text)).toBeUndefined();
});
