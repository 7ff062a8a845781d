import { Crc32 } from '@aws-crypto/crc32';
import { encode } from 'uqr';

/** Pixels for each module of the code, and modules of white around it: what readers of QR codes ask for. */
const SCALE = 4;
const BORDER = 4;

/** A text as a QR code: a PNG of one bit for each pixel. */
export async function qrCodePng(text: string): Promise<Uint8Array> {
  const { data, size } = encode(text, { border: BORDER });
  const width = size * SCALE;
  const rows = data.flatMap((row) => {
    const line = scanline(row);
    return Array.from({ length: SCALE }, () => line);
  });
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, width);
  view.setUint8(8, 1); // One bit a pixel, greyscale (0), and the only methods there are (0).
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const pixels = await deflate(concatenate(rows));
  return concatenate([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A row of pixels, white being 1, after the byte that says that they are unfiltered. */
function scanline(modules: readonly boolean[]): Uint8Array {
  const line = new Uint8Array(1 + Math.ceil((modules.length * SCALE) / 8));
  for (let x = 0; x < modules.length * SCALE; x++)
    if (!modules[Math.floor(x / SCALE)]) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  return line;
}

/** https://www.w3.org/TR/png/#5Chunk-layout */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatenate([new TextEncoder().encode(type), data]);
  return concatenate([uint32(data.length), body, uint32(new Crc32().update(body).digest())]);
}

async function deflate(data: Uint8Array): Promise<Uint8Array> {
  const stream = new Response(data as BodyInit).body?.pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value >>> 0);
  return bytes;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
