import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, fromUtf8, toBase64 } from '@smithy/core/serde';
import type { Random } from '../../../random/index.ts';
import { concat, pkcs1Of, pkcs8Of, rsaKey, spkiOf, unsigned } from '../../../rsa-keys/index.ts';

/** A key pair as EC2 gives it once, and keeps its public half. */
export interface KeyMaterial {
  readonly type: 'rsa' | 'ed25519';
  readonly fingerprint: string;
  /** As in `authorized_keys`, without a comment. */
  readonly publicKey: string;
}

/** Makes an RSA key of 2048 bits: PKCS #1 in PEM; the fingerprint is SHA-1 of the private key (EC2 User Guide). */
export function newRsaKey(random: Random): KeyMaterial & { readonly privateKey: string } {
  const key = rsaKey(random);
  return {
    type: 'rsa',
    fingerprint: colons(sha1(pkcs8Of(key))),
    publicKey: `ssh-rsa ${toBase64(concat(text('ssh-rsa'), field(unsigned(key.e)), field(unsigned(key.n))))}`,
    privateKey: pem('RSA PRIVATE KEY', pkcs1Of(key), 64),
  };
}

/** Makes an ED25519 key in OpenSSH's format; the fingerprint is SHA-256 of the public key, in base64. */
export async function newEd25519Key(random: Random): Promise<KeyMaterial & { readonly privateKey: string }> {
  const seed = Uint8Array.from({ length: 32 }, () => random.integer(256));
  const publicBytes = await ed25519Public(seed);
  const blob = concat(text('ssh-ed25519'), field(publicBytes));
  const check = Uint8Array.from({ length: 4 }, () => random.integer(256));
  const secret = concat(check, check, blob, field(concat(seed, publicBytes)), text(''));
  // Padded to blocks of eight bytes with 1, 2, 3 ... (PROTOCOL.key of OpenSSH).
  const padding = Uint8Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1);
  const whole = concat(
    fromUtf8('openssh-key-v1\0'),
    ...[text('none'), text('none'), text(''), uint32(1), field(blob), field(concat(secret, padding))],
  );
  return {
    type: 'ed25519',
    fingerprint: toBase64(sha256(blob)),
    publicKey: `ssh-ed25519 ${toBase64(blob)}`,
    privateKey: pem('OPENSSH PRIVATE KEY', whole, 70),
  };
}

/** WebCrypto makes the public half of a private key. */
async function ed25519Public(seed: Uint8Array): Promise<Uint8Array> {
  const prefix = Uint8Array.of(
    ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06],
    ...[0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
  );
  const key = await crypto.subtle.importKey('pkcs8', concat(prefix, seed), 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  return fromBase64(`${x.replaceAll('-', '+').replaceAll('_', '/')}=`);
}

/**
 * Reads a public key in OpenSSH's format; undefined for any other text. The fingerprint of an imported RSA key is MD5
 * of the public key in DER (EC2 User Guide, "Verify the fingerprint").
 */
export function readPublicKey(given: string): KeyMaterial | undefined {
  const [, type, base64] = /^\s*(ssh-rsa|ssh-ed25519)\s+([A-Za-z0-9+/]+=*)(?:\s|$)/.exec(given) ?? [];
  if (type === undefined || base64 === undefined) return undefined;
  const blob = decoded(base64);
  const fields = blob && fieldsOf(blob);
  if (!fields || new TextDecoder().decode(fields[0]) !== type) return undefined;
  const publicKey = `${type} ${base64}`;
  if (type === 'ssh-ed25519')
    return fields[1]?.length === 32
      ? { type: 'ed25519', publicKey, fingerprint: toBase64(sha256(blob)) }
      : undefined;
  const [, e, n] = fields;
  if (!e || !n) return undefined;
  return { type: 'rsa', publicKey, fingerprint: colons(md5(spkiOf({ n: number(n), e: number(e) }))) };
}

function decoded(base64: string): Uint8Array | undefined {
  try {
    return fromBase64(base64);
  } catch {
    return undefined;
  }
}

/** The strings of an SSH message (RFC 4251, section 5); undefined where they do not end with it. */
function fieldsOf(blob: Uint8Array): Uint8Array[] | undefined {
  const fields: Uint8Array[] = [];
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  let at = 0;
  while (at < blob.length) {
    if (at + 4 > blob.length) return undefined;
    const length = view.getUint32(at);
    if (at + 4 + length > blob.length) return undefined;
    fields.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x0${hex(bytes).join('')}`);
const hex = (bytes: Uint8Array): string[] => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
const colons = (bytes: Uint8Array): string => hex(bytes).join(':');

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

const field = (bytes: Uint8Array) => concat(uint32(bytes.length), bytes);
const text = (value: string) => field(fromUtf8(value));

function pem(label: string, bytes: Uint8Array, width: number): string {
  const lines = toBase64(bytes).match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}
