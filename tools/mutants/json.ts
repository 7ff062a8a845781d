export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One thing in a tree that may be replaced. */
interface Site {
  readonly value: Json;
  readonly path: string;
  /** Builds the whole tree with another value here. */
  readonly replace: (by: Json) => Json;
}

/** The tree that a text is, or undefined. */
export function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

export const isObject = (value: Json): value is { [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** All values of a tree, the tree itself first. */
export function* sites(value: Json, path = '', replace: Site['replace'] = (by) => by): Generator<Site> {
  yield { value, path, replace };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* sites(item, `${path}[${index}]`, (by) => replace(value.with(index, by)));
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value))
      yield* sites(item, path === '' ? key : `${path}.${key}`, (by) => replace({ ...value, [key]: by }));
  }
}
