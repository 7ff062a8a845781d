import { isDictionary, sortedNames } from './values.ts';
import { scalarText } from './yaml-scalar.ts';

/** As ruamel.yaml's safe dumper writes it: block style, names sorted, lists not indented; a scalar as JSON. */
export function formatYaml(data: unknown): string {
  if (data === null || data === undefined || typeof data !== 'object')
    return `${JSON.stringify(data ?? null)}\n`;
  if (isDictionary(data) && Object.keys(data).length === 0) return '';
  return isEmpty(data) ? '[]\n' : block(data, 0);
}

const isEmpty = (data: unknown) =>
  Array.isArray(data) ? data.length === 0 : isDictionary(data) && Object.keys(data).length === 0;

/** A list or mapping whose lines begin at a column. */
function block(data: unknown, indent: number): string {
  const start = ' '.repeat(indent);
  if (Array.isArray(data)) return data.map((item) => `${start}- ${inItem(item, indent)}`).join('');
  const mapping = data as Readonly<Record<string, unknown>>;
  return sortedNames(Object.keys(mapping))
    .map((name) => {
      const key = `${start}${scalarText(name)}:`;
      const value = mapping[name];
      if (isScalarOrEmpty(value)) return `${key} ${inline(value, indent, key.length + 1)}`;
      return `${key}\n${block(value, Array.isArray(value) ? indent : indent + 2)}`;
    })
    .join('');
}

/** Writes what follows `- `: a nested block begins on the same line. */
const inItem = (item: unknown, indent: number) =>
  isScalarOrEmpty(item) ? inline(item, indent, indent + 2) : block(item, indent + 2).slice(indent + 2);

const isScalarOrEmpty = (value: unknown) => value === null || typeof value !== 'object' || isEmpty(value);

function inline(value: unknown, indent: number, column: number): string {
  if (typeof value === 'string') return `${scalarText(value, { column, indent: indent + 2 })}\n`;
  if (Array.isArray(value)) return '[]\n';
  return isDictionary(value) ? '{}\n' : `${value ?? 'null'}\n`;
}
