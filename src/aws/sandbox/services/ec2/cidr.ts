/** An IPv4 block as numbers. */
export interface Cidr {
  readonly first: number;
  readonly last: number;
  /** 0 to 32. */
  readonly prefix: number;
}

/** Reads an IPv4 block; bits after the prefix are dropped. Undefined for any other text. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((byte) => byte > 255) || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const first = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return { first, last: first + size - 1, prefix };
}

export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

export const formatCidr = ({ first, prefix }: Cidr): string => `${formatAddress(first)}/${prefix}`;

export const overlaps = (a: Cidr, b: Cidr): boolean => a.first <= b.last && b.first <= a.last;

export const containsBlock = (outer: Cidr, inner: Cidr): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;
