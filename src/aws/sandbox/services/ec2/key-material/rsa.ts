import type { Random } from '../../../random/index.ts';

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

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

export function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
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
