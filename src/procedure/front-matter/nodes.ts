import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { closestMatch } from '../closest-match.ts';
import type { ProblemReporter } from '../problems.ts';
import type { Position } from '../types.ts';

export interface NodeReading {
  readonly reporter: ProblemReporter;
  /** Start of a YAML node in the page. */
  placeOf(node: unknown): Position;
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** The map that a key holds; reported where it holds something else. */
export function mapOf(pair: Pair, path: string, example: string, reading: NodeReading): YAMLMap | undefined {
  if (isMap(pair.value)) return pair.value;
  wrongType(reading, pair.value ?? pair.key, path, 'keys with values', example);
  return undefined;
}

export function stringOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** @returns whether there are any. */
export function reportUnknownKeys(
  map: YAMLMap,
  path: string,
  known: readonly string[],
  reading: NodeReading,
): boolean {
  const names = map.items.map(({ key }) => ({
    key,
    name: isScalar(key) ? String(key.value) : 'a key that is no text',
  }));
  const unknown = names.filter(({ name }) => !known.includes(name));
  for (const { key, name } of unknown) {
    const place = reading.placeOf(key);
    reading.reporter.report(place, 'front-matter-key', `${path}.${name}`, closestMatch(name, known), known);
  }
  return unknown.length > 0;
}

export function wrongType(
  reading: NodeReading,
  node: unknown,
  path: string,
  expected: string,
  example: string,
): void {
  reading.reporter.report(reading.placeOf(node), 'front-matter-type', path, expected, example);
}
