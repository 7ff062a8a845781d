/** Bytes that one read of an endless device gives: enough for a name or a test file, and no read is endless. */
const READ_BYTES = 64 * 1024;

/** Files of /dev that have no end on a machine. */
export interface Devices {
  /** Takes the next bytes of a device; undefined for a path that is none. */
  read(path: string, length?: number): Uint8Array | undefined;
}

export const DEVICE_PATHS = ['/dev/urandom', '/dev/random', '/dev/zero'];

/**
 * Creates /dev/zero, /dev/random and /dev/urandom. The random bytes follow from the seed, so that two runs are equal, and
 * go on from read to read, so that two names differ.
 */
export function createDevices(seed: string): Devices {
  const next = generator(seed);
  return {
    read: (path, length = READ_BYTES) => {
      if (!DEVICE_PATHS.includes(path)) return undefined;
      const bytes = new Uint8Array(length);
      if (path !== '/dev/zero') for (let index = 0; index < length; index += 1) bytes[index] = next() >>> 24;
      return bytes;
    },
  };
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits a call, from a seed hashed by FNV-1a. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
