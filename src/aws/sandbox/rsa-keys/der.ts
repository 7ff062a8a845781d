/** The bytes of an unsigned number, most significant first, without leading zeros. */
export function numberBytes(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return Uint8Array.from(even.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Tag, length and content, in the Distinguished Encoding Rules (X.690). */
export function tagged(tag: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = content;
  const size = numberBytes(BigInt(length));
  const header = length < 128 ? [tag, length] : [tag, 0x80 | size.length, ...size];
  return concat(Uint8Array.from(header), content);
}

/** An unsigned number; a zero byte keeps a number with the high bit positive. */
export function unsigned(value: bigint): Uint8Array {
  const bytes = numberBytes(value);
  return (bytes[0] ?? 0) > 127 ? concat(Uint8Array.of(0), bytes) : bytes;
}

export const derInteger = (value: bigint) => tagged(0x02, value === 0n ? Uint8Array.of(0) : unsigned(value));
export const sequence = (...items: readonly Uint8Array[]) => tagged(0x30, concat(...items));
export const octetString = (content: Uint8Array) => tagged(0x04, content);
export const bitString = (content: Uint8Array) => tagged(0x03, concat(Uint8Array.of(0), content));

/** rsaEncryption, with its null parameters (RFC 8017, appendix A.1). */
export const RSA_ENCRYPTION = sequence(
  Uint8Array.of(0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01),
  Uint8Array.of(0x05, 0x00),
);
