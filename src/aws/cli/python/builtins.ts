import { generalError } from '../failures.ts';
import { PythonFloat } from './float.ts';

/** A string as Python's `repr` writes it. */
export function reprText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(quote, `\\${quote}`);
  return quote + body + quote;
}

/** A JSON value as Python's `repr` writes it: `{'a': [1, True, None]}`. */
export function repr(value: unknown): string {
  if (typeof value === 'string') return reprText(value);
  if (value instanceof PythonFloat) return String(value);
  if (value instanceof Uint8Array) return `b${reprText(String.fromCharCode(...value))}`;
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, item]) => `${reprText(key)}: ${repr(item)}`)
      .join(', ')}}`;
  return str(value);
}

/** A value as Python's `str` writes it: a string as it is, the rest as `repr`. */
export function str(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  return repr(value);
}

/** `<class 'int'>`: what Python calls a JSON value's type. */
export function typeName(value: unknown): string {
  return `<class '${plainTypeName(value)}'>`;
}

/** `int`, `str`, `NoneType`: a JSON value's type without the decoration. */
export function plainTypeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof PythonFloat) return 'float';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return 'dict';
}

/** Parses as Python's `int(text)`; undefined where that raises. */
export function parseInteger(text: string): number | undefined {
  return /^\s*[+-]?\d+(_\d+)*\s*$/.test(text) ? Number(text.trim().replaceAll('_', '')) : undefined;
}

/** The same, where the CLI dies of what Python raises. */
export function toInteger(text: string): number {
  const value = parseInteger(text);
  if (value === undefined) throw generalError(`invalid literal for int() with base 10: ${reprText(text)}`);
  return value;
}

/** Parses as Python's `float(text)`; undefined where that raises. */
export function parseFloatText(text: string): number | undefined {
  const plain = /^\s*[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;
  return plain.test(text) ? Number(text) : undefined;
}

/** Python's `round`: half to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
