import { createPublicKey } from 'node:crypto';
import { CreateKeyCommand, GetPublicKeyCommand, type KeySpec, type KeyUsageType } from '@aws-sdk/client-kms';
import { openAccount } from '../open.ts';

/** Opens KMS in an account of its own. */
export function openKms(seed = 'cryptography') {
  const { kms } = openAccount(seed).admin;
  const keys = new Map<string, Promise<string>>();

  async function createKey(KeySpec: KeySpec = 'SYMMETRIC_DEFAULT', KeyUsage?: KeyUsageType): Promise<string> {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
    return KeyMetadata?.KeyId ?? '';
  }

  /** Returns a key pair that tests share: to find its primes takes longer than the tests. */
  function sharedKey(spec: KeySpec, usage: KeyUsageType): Promise<string> {
    const key = keys.get(`${spec} ${usage}`) ?? createKey(spec, usage);
    keys.set(`${spec} ${usage}`, key);
    return key;
  }

  async function publicKeyOf(KeyId: string) {
    const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
  }

  return { kms, createKey, sharedKey, publicKeyOf };
}

export const bytes = (text: string) => new TextEncoder().encode(text);
