import type { ValuePattern } from './types.ts';

/** 2001 to 2100, in seconds. */
const [EARLIEST, LATEST] = [978_307_200, 4_102_444_800];

/** Milliseconds since the epoch of a number in seconds (with a fraction or not) or milliseconds; else undefined. */
export function epochOf(text: string): number | undefined {
  const found = /^(\d{9,10})(?:\.\d+)?$|^(\d{12,13})$|^(\d(?:\.\d+)?)E(9|12)$/.exec(text);
  if (!found) return undefined;
  const milliseconds = found[2] ? Number(text) : found[4] === '12' ? Number(text) : Number(text) * 1000;
  return milliseconds >= EARLIEST * 1000 && milliseconds <= LATEST * 1000 ? milliseconds : undefined;
}

/** Tells whether two epoch numbers count the same unit. */
export const sameUnit = (a: string, b: string): boolean =>
  /E/.test(a) || /E/.test(b) || a.replace(/\..*/, '').length === b.replace(/\..*/, '').length;

/** An epoch number as text, under the key of a time. */
export const epochTextPattern: ValuePattern = {
  type: 'timestamp',
  finds: /(?!)/g,
  shape: (example) => `\\d{${example.replace(/\..*/, '').length}}(?:\\.\\d+)?`,
  accepts: (actual) => epochOf(actual) !== undefined,
  binds: () => false,
  describe: () => 'a time as a number since 1970',
};
