import type { Sensitive } from './sensitive.ts';

/**
 * Creates the placeholder of a sensitive value: the `count`-th (from 1) of its kind. As long as the value and
 * of its form, so that tables keep their widths, and what matches the one matches the other.
 */
export function placeholderFor({ kind, value }: Sensitive, count: number): string {
  const number = String(count);
  switch (kind) {
    case 'account-id':
      return `9999${number.padStart(8, '0')}`;
    case 'canonical-id':
    case 'signature':
      return /^[0-9a-f]+$/.test(value)
        ? number.padStart(value.length, '0')
        : filled('Signature', value, number);
    case 'access-key-id':
      return `${value.slice(0, 4)}RECORDED${number.padStart(value.length - 12, '0')}`;
    case 'secret':
      return filled('RecordedSecret', value, number);
    case 'session-token':
      return filled(`${value.slice(0, 4)}RecordedSessionToken`, value, number);
    case 'seed':
      // Base32 has neither 0 nor 1.
      return `RECORDEDSEED${[...number].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')}`
        .padEnd(value.length, 'A')
        .slice(0, value.length);
  }
}

/** `name00...0number`, with the value's padding of base64. */
function filled(name: string, value: string, number: string): string {
  const padding = /={0,6}$/.exec(value)?.[0] ?? '';
  const room = Math.max(0, value.length - padding.length - number.length);
  return `${name.padEnd(room, '0').slice(0, room)}${number}${padding}`;
}

/** Placeholders of the keys in the home: a replay begins with them. */
export const publishedKey = {
  userName: '',
  accessKeyId: placeholderFor({ kind: 'access-key-id', value: 'AKIA'.padEnd(20) }, 1),
  secretAccessKey: placeholderFor({ kind: 'secret', value: ' '.repeat(40) }, 1),
};
