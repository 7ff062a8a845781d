import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Values made last: a page that runs is asked for its steps again and again. */
const recent = new Map<object, unknown>();
const RECENT = 32;

/** Pages and reports are a few KiB: a small window takes a third of the time, and as few bytes. */
const SMALL = { level: 3, windowBits: 13, memLevel: 6 };

/**
 * Returns the object with one value packed, as compressed JSON: a run of ten thousand pages keeps of each what it must,
 * and makes the rest when it is asked for. What was made once may be made anew: compare its parts by their ids.
 */
export function withPacked<Data extends object, Key extends keyof Data>(data: Data, key: Key): Data {
  // Copied: the compressor gives a slice of a large buffer.
  const packed = Buffer.from(deflateRawSync(JSON.stringify(data[key]), SMALL));
  return withLazy(data, key, () => JSON.parse(inflateRawSync(packed).toString()));
}

/** Returns the object with another value, which is made when it is asked for. */
export function withLazy<Data extends object, Key extends keyof Data>(
  data: Data,
  key: Key,
  make: () => Data[Key],
): Data {
  const others = Object.keys(data).filter((other) => other !== key) as Key[];
  // A spread of `data` would make a lazy value of it now.
  const lazy = Object.assign({}, ...others.map((other) => ({ [other]: data[other] })));
  return Object.defineProperty(lazy, key, {
    enumerable: true,
    get: () => {
      const made = recent.get(lazy) ?? make();
      recent.delete(lazy);
      recent.set(lazy, made);
      const [oldest] = recent.keys();
      if (oldest && recent.size > RECENT) recent.delete(oldest);
      return made;
    },
  });
}
