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

/** A value that stands in JSON as it is written. */
class Written {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Marks a number that `jsonWithDecimals` shall write with its fraction. */
export const asDecimal = (value: number): unknown => new Written(decimal(value));

/** Marks JSON that it shall leave as it is; what is no JSON stays a text. */
export function asWritten(text: string): unknown {
  try {
    JSON.parse(text);
    return new Written(text);
  } catch {
    return text;
  }
}

export function jsonWithDecimals(value: unknown): string {
  const written: string[] = [];
  const mark = (_name: string, one: unknown) =>
    one instanceof Written ? `\u0000${written.push(one.json) - 1}` : one;
  const json = JSON.stringify(value, mark);
  return json.replace(/"\\u0000(\d+)"/g, (found, index) => written[index] ?? found);
}
