import type { ObjectStore, StoredObject } from './types.ts';

export function createObjectStore(): ObjectStore {
  const objects = new Map<string, StoredObject>();
  // Sorted when asked for: uploads come in runs, and so do listings.
  let sorted: readonly string[] | undefined;
  return {
    get size() {
      return objects.size;
    },
    get: (key) => objects.get(key),
    put: (object) => {
      if (!objects.has(object.key)) sorted = undefined;
      objects.set(object.key, object);
    },
    delete: (key) => {
      if (objects.delete(key)) sorted = undefined;
    },
    keys: () => {
      sorted ??= [...objects.keys()].sort(compareKeys);
      return sorted;
    },
  };
}

/** Orders as UTF-8 bytes do. UTF-16, which JavaScript compares by, differs only where surrogates stand. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
