import { byCodePoints } from './code-points.ts';

/** A key of `sort -k`: fields and characters count from 1. */
export interface SortKey {
  readonly from: readonly [field: number, character: number];
  /** Character 0: to the end of the field. */
  readonly to?: readonly [field: number, character: number];
  /** Letters of its order: `n`, `r`, ... */
  readonly orders: string;
}

type Compare = (a: string, b: string) => number;

/** Parses `2`, `2,2n`, `1.3,1.5r`; undefined for what is none. */
export function parseSortKey(text: string, common: string): SortKey | undefined {
  const match = /^([1-9]\d*)(?:\.([1-9]\d*))?([a-zA-Z]*)(?:,([1-9]\d*)(?:\.(\d+))?([a-zA-Z]*))?$/.exec(text);
  if (!match) return undefined;
  const [, field, character = '1', orders = '', toField, toCharacter = '0', toOrders = ''] = match;
  const own = orders + toOrders;
  return {
    from: [Number(field), Number(character)],
    ...(toField === undefined ? {} : { to: [Number(toField), Number(toCharacter)] as const }),
    orders: own === '' ? common : own,
  };
}

/** Compares lines by their keys, and where these are equal as a whole, unless the order is to be stable. */
export function comparing(
  keys: readonly SortKey[],
  separator: string | undefined,
  flags: ReadonlySet<string>,
) {
  const byKeys: Compare = (a, b) => {
    for (const key of keys) {
      const order = compareBy(key.orders)(contentOf(a, key, separator), contentOf(b, key, separator));
      if (order !== 0) return key.orders.includes('r') ? -order : order;
    }
    return 0;
  };
  const isReversed = flags.has('r');
  const whole: Compare = (a, b) => {
    const order = byKeys(a, b);
    if (order !== 0 || flags.has('s') || flags.has('u')) return order;
    return isReversed ? -byCodePoints(a, b) : byCodePoints(a, b);
  };
  return { keys: byKeys, whole };
}

function contentOf(line: string, { from, to, orders }: SortKey, separator: string | undefined): string {
  const fields = fieldsOf(line, separator);
  const start = placeOf(fields, from, orders.includes('b'));
  const end = !to
    ? line.length
    : to[1] === 0
      ? endOf(fields, to[0], line)
      : placeOf(fields, to, orders.includes('b')) + 1;
  return line.slice(start, Math.max(start, end));
}

interface Field {
  readonly at: number;
  readonly text: string;
}

/** Without a separator, a field begins with the blanks before it. */
function fieldsOf(line: string, separator: string | undefined): Field[] {
  const fields: Field[] = [];
  if (separator === undefined) {
    for (const { index, 0: text } of line.matchAll(/[ \t]*[^ \t]+/g)) fields.push({ at: index, text });
    return fields;
  }
  let at = 0;
  for (const text of line.split(separator)) {
    fields.push({ at, text });
    at += text.length + separator.length;
  }
  return fields;
}

function placeOf(
  fields: readonly Field[],
  [field, character]: readonly [number, number],
  skipsBlanks: boolean,
): number {
  const found = fields[field - 1];
  if (!found) return Number.MAX_SAFE_INTEGER;
  const blanks = skipsBlanks ? (/^[ \t]*/.exec(found.text)?.[0].length ?? 0) : 0;
  return found.at + blanks + character - 1;
}

function endOf(fields: readonly Field[], field: number, line: string): number {
  const found = fields[field - 1];
  return found ? found.at + found.text.length : line.length;
}

function compareBy(orders: string): Compare {
  if (/[nhg]/.test(orders)) return (a, b) => numberOf(a, orders) - numberOf(b, orders);
  if (orders.includes('V')) return byVersion;
  if (orders.includes('f')) return (a, b) => byCodePoints(a.toUpperCase(), b.toUpperCase());
  if (orders.includes('b')) return (a, b) => byCodePoints(a.trimStart(), b.trimStart());
  return byCodePoints;
}

const UNITS = 'KMGTPE';

/** Reads the number at the start of a text; without one it counts as 0. */
function numberOf(text: string, orders: string): number {
  const pattern = orders.includes('g')
    ? /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i
    : /^\s*-?(?:\d+\.?\d*|\.\d+)/;
  const digits = pattern.exec(text)?.[0] ?? '';
  const unit = orders.includes('h') ? UNITS.indexOf((text[digits.length] ?? ' ').toUpperCase()) : -1;
  return Number(digits) * 1024 ** (unit + 1);
}

/** Digits are compared as numbers. */
function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index += 1) {
    const [one = '', other = ''] = [left?.[index], right?.[index]];
    const areNumbers = /^\d/.test(one) && /^\d/.test(other);
    const order = areNumbers ? Number(one) - Number(other) : byCodePoints(one, other);
    if (order !== 0) return order;
  }
  return 0;
}
