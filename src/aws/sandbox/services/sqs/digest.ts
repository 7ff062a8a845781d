import { Md5 } from '@smithy/core/checksum';
import { toHex } from '@smithy/core/serde';
import type { MessageAttribute } from './sqs-state.ts';

const encoder = new TextEncoder();

/** The MD5 of a text, in hexadecimal digits. */
export async function md5OfText(text: string): Promise<string> {
  return md5(encoder.encode(text));
}

/**
 * The MD5 of message attributes: names, types and values in the order of the names, each with its length before it.
 * Source: Developer Guide, "Calculating the MD5 message digest for message attributes".
 */
export async function md5OfAttributes(
  attributes: Readonly<Record<string, MessageAttribute>>,
): Promise<string | undefined> {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const parts = names.flatMap((name) => {
    const { DataType = '', StringValue, BinaryValue } = attributes[name] ?? { DataType: '' };
    const isBinary = BinaryValue !== undefined;
    const value = BinaryValue ?? encoder.encode(StringValue ?? '');
    return [
      ...sized(encoder.encode(name)),
      ...sized(encoder.encode(DataType)),
      new Uint8Array([isBinary ? 2 : 1]),
      ...sized(value),
    ];
  });
  return md5(...parts);
}

function sized(bytes: Uint8Array): Uint8Array[] {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return [length, bytes];
}

async function md5(...parts: Uint8Array[]): Promise<string> {
  const hash = new Md5();
  for (const part of parts) hash.update(part);
  return toHex(await hash.digest());
}
