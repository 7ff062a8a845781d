/** How bytes of a line are shown: one field for each group of `size` bytes. */
export interface OdField {
  readonly size: number;
  readonly digits: number;
  readonly show: (bytes: Uint8Array) => string;
  /** `z`: the printable characters stand at the end of the line. */
  readonly hasTrailer: boolean;
}

const SIZES: Readonly<Record<string, number>> = { C: 1, S: 2, I: 4, L: 8 };
/** Digits of a number of 1, 2, 4 and 8 bytes. */
const DIGITS: Readonly<Record<string, readonly number[]>> = {
  d: [4, 6, 11, 20],
  o: [3, 6, 11, 22],
  u: [3, 5, 10, 20],
  x: [2, 4, 8, 16],
};
const RADIX: Readonly<Record<string, number>> = { d: 10, o: 8, u: 10, x: 16 };

/** Parses a type such as `x1`, `dS`, `c` or `x1z`; undefined for one that is not known. */
export function fieldOf(type: string): OdField | undefined {
  const [, letter = '', sizeText = '', trailer] = /^([acdoux])(\d+|[CSIL])?(z)?$/.exec(type) ?? [];
  const hasTrailer = trailer !== undefined;
  if (letter === 'a' || letter === 'c') {
    const show = letter === 'c' ? character : name;
    return { size: 1, digits: 3, show: ([byte = 0]) => show(byte), hasTrailer };
  }
  const size = sizeText === '' ? 4 : (SIZES[sizeText] ?? Number(sizeText));
  const digits = DIGITS[letter]?.[Math.log2(size)];
  if (digits === undefined) return undefined;
  return { size, digits, show: number(letter, digits), hasTrailer };
}

/** Shows a block, one line for each field; columns of several fields stand below each other. */
export function columns(block: Uint8Array, layout: { fields: readonly OdField[]; width: number }): string[] {
  const { fields, width } = layout;
  const lineWidth = Math.max(...fields.map(({ size, digits }) => (width / size) * (digits + 1)));
  return fields.map((field) => line(block, field, width, lineWidth));
}

/** Room that is left is shared out among the fields as coreutils' od does. */
function line(block: Uint8Array, field: OdField, width: number, lineWidth: number): string {
  const { size, digits, show, hasTrailer } = field;
  const count = width / size;
  const pad = lineWidth - count * digits;
  const filled = Math.ceil(block.length / size);
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const room =
      Math.floor((pad * (count - index)) / count) - Math.floor((pad * (count - index - 1)) / count);
    const bytes = new Uint8Array(size);
    bytes.set(block.subarray(index * size, (index + 1) * size));
    if (index < filled || hasTrailer) text += (index < filled ? show(bytes) : '').padStart(room + digits);
  }
  return hasTrailer ? `${text}  >${[...block].map(printable).join('')}<` : text;
}

/** Numbers are little-endian, as on the machines that people have. */
const number =
  (letter: string, digits: number) =>
  (bytes: Uint8Array): string => {
    let value = 0n;
    for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte);
    const signed = letter === 'd' ? BigInt.asIntN(bytes.length * 8, value) : value;
    const text = signed.toString(RADIX[letter]);
    return letter === 'o' || letter === 'x' ? text.padStart(digits, '0') : text;
  };

const ESCAPES: Readonly<Record<number, string>> = {
  ...{ 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' },
};
const isPrintable = (byte: number): boolean => byte >= 32 && byte < 127;
const printable = (byte: number): string => (isPrintable(byte) ? String.fromCharCode(byte) : '.');
const character = (byte: number): string =>
  ESCAPES[byte] ?? (isPrintable(byte) ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'));

const NAMES =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  );
/** Only seven bits count. */
const name = (byte: number): string =>
  NAMES[byte & 127] ?? ((byte & 127) === 127 ? 'del' : String.fromCharCode(byte & 127));
