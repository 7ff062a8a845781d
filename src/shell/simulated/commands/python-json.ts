import { byCodePoints } from './code-points.ts';
import type { PythonJson } from './python-json-parser.ts';

/** How a value is laid out. */
export interface JsonStyle {
  /** Of one level; undefined for one line. */
  readonly indent: string | undefined;
  readonly separator: string;
  readonly colon: string;
  readonly sortsKeys: boolean;
  readonly ensuresAscii: boolean;
}

/** Prints as Python's `json.dumps` does. */
export function printJson(value: PythonJson, style: JsonStyle, level = 0): string {
  if (typeof value === 'string') return quoted(value, style.ensuresAscii);
  if ('literal' in value) return value.literal;
  if (value instanceof Map) {
    const entries = style.sortsKeys ? [...value].sort(([a], [b]) => byCodePoints(a, b)) : [...value];
    return block(
      '{',
      '}',
      entries.map(
        ([key, one]) => `${quoted(key, style.ensuresAscii)}${style.colon}${printJson(one, style, level + 1)}`,
      ),
      style,
      level,
    );
  }
  const items = [...(value as readonly PythonJson[])].map((one) => printJson(one, style, level + 1));
  return block('[', ']', items, style, level);
}

function block(
  open: string,
  close: string,
  items: readonly string[],
  style: JsonStyle,
  level: number,
): string {
  const { indent, separator } = style;
  if (items.length === 0) return open + close;
  if (indent === undefined) return open + items.join(separator) + close;
  const inner = `\n${indent.repeat(level + 1)}`;
  return `${open}${inner}${items.join(`${separator}${inner}`)}\n${indent.repeat(level)}${close}`;
}

const unit = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

function quoted(text: string, ensuresAscii: boolean): string {
  const json = JSON.stringify(text);
  return ensuresAscii ? json.replace(/[^ -~]/g, unit) : json;
}
