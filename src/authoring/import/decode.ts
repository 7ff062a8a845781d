/** A text with the name of the encoding it was in, as TextDecoder knows it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** In the order in which they are tried: what is UTF-8 is nothing else; EUC-JP and Shift_JIS are told apart below. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Reads a file's bytes; undefined when they are no text in an encoding that Japanese texts come in. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1];
  if (marked) return decode(bytes, marked);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8) return utf8.text.includes('\0') ? undefined : utf8;
  const readings = ['shift_jis', 'euc-jp', 'iso-2022-jp'].flatMap(
    (encoding) => decode(bytes, encoding) ?? [],
  );
  return readings
    .filter(({ text }) => !text.includes('\0'))
    .sort((a, b) => oddness(a.text) - oddness(b.text))[0];
}

function decode(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** EUC-JP read as Shift_JIS is full of half-width kana, and the other way round of rare signs: no text is. */
function oddness(text: string): number {
  const usual = text.match(/[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e\x20-\x7e\s]/g)?.length ?? 0;
  return 1 - usual / Math.max(1, text.length);
}
