const STEP = /\.([\w-]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/y;

/**
 * Reads a value by a path such as `$.detail.items[0].name`; undefined where there is none. Source of the syntax: User
 * Guide, "Amazon EventBridge input transformation": a JSONPath of names and indexes only.
 */
export function valueAt(root: unknown, path: string): unknown {
  if (!path.startsWith('$')) return undefined;
  let value = root;
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match) return undefined;
    const [, name, index, single, double] = match;
    const key = name ?? single ?? double;
    value = key === undefined ? at(value, Number(index)) : member(value, key);
  }
  return value;
}

const at = (value: unknown, index: number): unknown => (Array.isArray(value) ? value[index] : undefined);

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
