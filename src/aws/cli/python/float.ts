/**
 * A number that is a float for Python: `5.0` where it has no fraction. JMESPath's functions and comparisons
 * take it as a number.
 */
export class PythonFloat extends Number {
  override toString(): string {
    const value = this.valueOf();
    if (Number.isNaN(value)) return 'nan';
    if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
    const size = Math.abs(value);
    if (size !== 0 && (size >= 1e16 || size < 1e-4)) return withTwoDigits(value.toExponential());
    return Number.isInteger(value) ? value.toFixed(1) : String(value);
  }
}

/** `1e-05`, where JavaScript writes `1e-5`. */
const withTwoDigits = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2');

/** Data with plain numbers: JMESPath finds no object equal to a number. */
export function withoutFloats(data: unknown): unknown {
  if (data instanceof PythonFloat) return data.valueOf();
  if (Array.isArray(data)) return data.map(withoutFloats);
  if (data === null || typeof data !== 'object' || data instanceof Uint8Array) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withoutFloats(value)]));
}

const MARKED = /"\\u0000([^"]+)"/g;

/** As `JSON.stringify`, with floats as Python writes them. */
export function jsonWithFloats(data: unknown, indent?: number): string {
  const marked = (_name: string, value: unknown) =>
    value instanceof PythonFloat ? `\u0000${jsonText(value)}` : value;
  return JSON.stringify(data, marked, indent).replace(MARKED, '$1');
}

const jsonText = (float: PythonFloat): string =>
  ({ nan: 'NaN', inf: 'Infinity', '-inf': '-Infinity' })[String(float)] ?? String(float);
