import { createPublicKey } from 'node:crypto';
import { CreateKeyCommand, GetPublicKeyCommand, type KeySpec, type KeyUsageType } from '@aws-sdk/client-kms';
import { openAccount } from '../open.ts';

export const { kms } = openAccount('cryptography').admin;

export async function createKey(
  KeySpec: KeySpec = 'SYMMETRIC_DEFAULT',
  KeyUsage?: KeyUsageType,
): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
  return KeyMetadata?.KeyId ?? '';
}

export async function publicKeyOf(KeyId: string) {
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

export const bytes = (text: string) => new TextEncoder().encode(text);
