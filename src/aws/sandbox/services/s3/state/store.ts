import type { ObjectStore, StoredObject, Version } from './types.ts';

export function createObjectStore(): ObjectStore {
  const versions = new Map<string, readonly Version[]>();
  // Sorted when asked for: uploads come in runs, and so do listings.
  let sorted: readonly string[] | undefined;
  const of = (key: string): readonly Version[] => versions.get(key) ?? [];
  const set = (key: string, next: readonly Version[]): void => {
    if (next.length === 0 || !versions.has(key)) sorted = undefined;
    if (next.length === 0) versions.delete(key);
    else versions.set(key, next);
  };
  const others = (key: string, versionId: string): Version[] =>
    of(key).filter((version) => version.versionId !== versionId);
  const get = (key: string): StoredObject | undefined => {
    const [latest] = of(key);
    return latest && isStoredObject(latest) ? latest : undefined;
  };
  const allKeys = (): readonly string[] => {
    sorted ??= [...versions.keys()].sort(compareKeys);
    return sorted;
  };
  return {
    get size() {
      return versions.size;
    },
    get,
    versions: of,
    put: (version) => set(version.key, [version, ...others(version.key, version.versionId)]),
    replace: (object) =>
      set(
        object.key,
        of(object.key).map((version) => (version.versionId === object.versionId ? object : version)),
      ),
    remove: (key, versionId) => set(key, others(key, versionId)),
    keys: () => allKeys().filter((key) => get(key) !== undefined),
    allKeys,
  };
}

export function isStoredObject(version: Version): version is StoredObject {
  return !('isDeleteMarker' in version);
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
