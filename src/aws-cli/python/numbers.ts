/** What Python's `int(text)` makes of a text; undefined where it raises. */
export function parseInteger(text: string): number | undefined {
  return /^\s*[+-]?\d+(_\d+)*\s*$/.test(text) ? Number(text.trim().replaceAll('_', '')) : undefined;
}

/** What Python's `float(text)` makes of a text; undefined where it raises. */
export function parseFloatText(text: string): number | undefined {
  const plain = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
  return plain.test(text) ? Number(text) : undefined;
}

/** Python's `round`: half to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
