import { PythonFloat } from '../python/float.ts';

export type Dictionary = Readonly<Record<string, unknown>>;

export const isDictionary = (value: unknown): value is Dictionary =>
  !isScalar(value) && !Array.isArray(value);

/** Neither a list nor a dictionary. */
export const isScalar = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof PythonFloat;

/** By code point, as Python sorts strings. */
export function sortedNames(names: Iterable<string>): string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
}

/** Names of the members that are scalars, and of those that are not, each sorted. */
export function splitMembers(item: Dictionary): { scalars: string[]; nested: string[] } {
  const names = sortedNames(Object.keys(item));
  return {
    scalars: names.filter((name) => isScalar(item[name])),
    nested: names.filter((name) => !isScalar(item[name])),
  };
}
