/** An exact decimal number: `digits` times ten to the power of `exponent`. Zero has no digits; others end in none. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const FORM = /^(?<sign>[+-]?)(?<whole>\d*)(?:\.(?<fraction>\d*))?(?:[eE](?<power>[+-]?\d+))?$/;

/** Developer Guide, "Supported data types": up to 38 digits, from 1E-130 to 9.99...E+125. */
const MOST_DIGITS = 38;
const GREATEST = 125;
const SMALLEST = -130;

/** Refusal of a text that is no number of DynamoDB. Texts: public test suites that run against AWS. */
export class NumberFault extends Error {}

/**
 * Brings a number into the form in which DynamoDB answers. Throws a NumberFault.
 *
 * @example
 * normalNumber('+01.50') // '1.5'
 * normalNumber('1e3') // '1000'
 */
export function normalNumber(text: string): string {
  return write(limited(read(text)));
}

/** Compares two numbers in their normal form: below, above or equal to 0. */
export function compareNumbers(left: string, right: string): number {
  const [a, b] = aligned(read(left), read(right));
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Throws a NumberFault where the result has too many digits. */
export function addDecimals(left: string, right: string): string {
  return sum(read(left), read(right));
}

export function subtract(left: string, right: string): string {
  const { digits, exponent } = read(right);
  return sum(read(left), { digits: -digits, exponent });
}

function sum(left: Decimal, right: Decimal): string {
  const [a, b, exponent] = aligned(left, right);
  return write(limited(trimmed(a + b, exponent)));
}

/** Both numbers in the smaller of their exponents. */
function aligned(left: Decimal, right: Decimal): [left: bigint, right: bigint, exponent: number] {
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (one: Decimal) => one.digits * 10n ** BigInt(one.exponent - exponent);
  return [scaled(left), scaled(right), exponent];
}

function read(text: string): Decimal {
  const { sign = '', whole = '', fraction = '', power = '0' } = FORM.exec(text)?.groups ?? {};
  if (whole + fraction === '')
    throw new NumberFault(
      `The parameter cannot be converted to a numeric value${text === '' ? '' : `: ${text}`}`,
    );
  // A power of many digits would be a number of as many: it is out of range whatever stands before it.
  const exponent = Math.max(-9999, Math.min(9999, Number(power))) - fraction.length;
  return trimmed(BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), exponent);
}

function trimmed(digits: bigint, exponent: number): Decimal {
  if (digits === 0n) return { digits, exponent: 0 };
  const text = String(digits);
  let zeros = 0;
  while (text[text.length - zeros - 1] === '0') zeros += 1;
  return { digits: BigInt(text.slice(0, text.length - zeros)), exponent: exponent + zeros };
}

function limited(number: Decimal): Decimal {
  const { length } = String(number.digits).replace('-', '');
  const magnitude = number.exponent + length - 1;
  if (number.digits === 0n) return number;
  if (magnitude > GREATEST)
    throw new NumberFault(
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  if (magnitude < SMALLEST)
    throw new NumberFault(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  if (length > MOST_DIGITS)
    throw new NumberFault('Attempting to store more than 38 significant digits in a Number');
  return number;
}

function write({ digits, exponent }: Decimal): string {
  const [, sign = '', text = ''] = /^(-?)(\d+)$/.exec(String(digits)) ?? [];
  if (exponent >= 0) return sign + text + '0'.repeat(exponent);
  const padded = text.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}
