import type { Random } from '../random/index.ts';
import { bitString, derInteger, octetString, RSA_ENCRYPTION, sequence } from './der.ts';

export interface RsaKey {
  readonly n: bigint;
  readonly e: bigint;
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
}

const EXPONENT = 65537n;
const SMALL_PRIMES = sieve(2000);

/**
 * A key of so many bits from the account's own chance, so that two runs with one seed make the same key. WebCrypto
 * cannot do that. Not for secrets that must resist anyone.
 */
export function rsaKey(random: Random, bits = 2048): RsaKey {
  for (;;) {
    const [p, q] = [prime(random, bits / 2), prime(random, bits / 2)];
    if (p === q) continue;
    const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
    return p > q ? { n: p * q, e: EXPONENT, d, p, q } : { n: p * q, e: EXPONENT, d, p: q, q: p };
  }
}

/** A probable prime whose two highest bits are set, so that a product of two has twice its bits. */
function prime(random: Random, bits: number): bigint {
  for (;;) {
    const hex = random.text(bits / 4, '0123456789abcdef');
    const candidate = BigInt(`0x${hex}`) | (3n << BigInt(bits - 2)) | 1n;
    if (isPrime(candidate, random) && (candidate - 1n) % EXPONENT !== 0n) return candidate;
  }
}

/** Trial division, then Miller-Rabin: 5 rounds are enough for random numbers of this size (FIPS 186-5, table B.1). */
function isPrime(n: bigint, random: Random): boolean {
  if (SMALL_PRIMES.some((small) => n % small === 0n)) return false;
  const twos = trailingZeros(n - 1n);
  const odd = (n - 1n) >> BigInt(twos);
  return Array.from({ length: 5 }, () => BigInt(2 + random.integer(2 ** 30))).every((base) =>
    passes(base, n, odd, twos),
  );
}

function passes(base: bigint, n: bigint, odd: bigint, twos: number): boolean {
  let x = power(base, odd, n);
  if (x === 1n || x === n - 1n) return true;
  for (let step = 1; step < twos; step++) {
    x = (x * x) % n;
    if (x === n - 1n) return true;
  }
  return false;
}

/** Raises to a power modulo a number. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

/** Encodes a private key as PKCS #1 (RFC 8017, appendix A.1.2). */
export function pkcs1Of({ n, e, d, p, q }: RsaKey): Uint8Array {
  const parts = [0n, n, e, d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)];
  return sequence(...parts.map(derInteger));
}

/** Encodes a private key as PKCS #8 (RFC 5208). */
export function pkcs8Of(key: RsaKey): Uint8Array<ArrayBuffer> {
  return sequence(derInteger(0n), RSA_ENCRYPTION, octetString(pkcs1Of(key)));
}

/** Encodes a public key as X.509 SubjectPublicKeyInfo. */
export function spkiOf({ n, e }: Pick<RsaKey, 'n' | 'e'>): Uint8Array<ArrayBuffer> {
  return sequence(RSA_ENCRYPTION, bitString(sequence(derInteger(n), derInteger(e))));
}

const trailingZeros = (value: bigint): number => /0*$/.exec(value.toString(2))?.[0].length ?? 0;

function sieve(below: number): bigint[] {
  const composite = new Set<number>();
  const primes: bigint[] = [];
  for (let n = 2; n < below; n++) {
    if (composite.has(n)) continue;
    primes.push(BigInt(n));
    for (let multiple = n * n; multiple < below; multiple += n) composite.add(multiple);
  }
  return primes;
}
