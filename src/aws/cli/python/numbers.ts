import { generalError } from '../failures.ts';
import { reprText } from './repr.ts';

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
