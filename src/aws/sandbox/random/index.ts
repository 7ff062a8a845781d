/** The sandbox's only source of ids, keys and tokens, so that two runs with one seed are equal. */
export interface Random {
  /** An integer from 0 up to, not including, `below`. */
  integer(below: number): number;
  /** `length` characters drawn from `alphabet`. */
  text(length: number, alphabet: string): string;
  /** A generator of its own, which begins from the seed and the label: it draws nothing from this one. */
  fork(label: string): Random;
}

/** Seeded generator (sfc32, public domain, seeded through FNV-1a): not for secrets that must resist anyone. */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, fnv1a(seed)];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  const integer = (below: number): number => Math.floor((next() / 2 ** 32) * below);
  const text = (length: number, alphabet: string): string =>
    Array.from({ length }, () => alphabet.charAt(integer(alphabet.length))).join('');
  return { integer, text, fork: (label) => createRandom(`${seed}/${label}`) };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
