import type { Fields } from './types.ts';

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** IAM takes one of something for a list of one: its items, each with its path. */
export function itemsOf(
  value: unknown,
  path: readonly (string | number)[],
): { item: unknown; path: readonly (string | number)[] }[] {
  if (!Array.isArray(value)) return [{ item: value, path }];
  return value.map((item: unknown, index) => ({ item, path: [...path, index] }));
}

export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
