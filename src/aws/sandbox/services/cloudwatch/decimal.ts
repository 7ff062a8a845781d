const MARK = '\u0000';
const MARKED = /"\\u0000(-?\d+\.\d+(?:E-?\d+)?)"/g;

/** Writes a number as alarms do: `4.0`, `1.0E7`. Such are the values in texts of AWS that its users quote. */
export function decimal(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${withFraction(digits)}E${Number(exponent)}`;
  }
  return withFraction(String(value));
}

const withFraction = (digits: string): string => (digits.includes('.') ? digits : `${digits}.0`);

/** Marks a number that `jsonWithDecimals` shall write with its fraction. */
export const asDecimal = (value: number): string => MARK + decimal(value);

export function jsonWithDecimals(value: unknown): string {
  return JSON.stringify(value).replace(MARKED, '$1');
}
