import type { ValuePattern } from './types.ts';

/** Milliseconds since the epoch of year, month (from 1), day, hour, minute, second in UTC; undefined for 30 February. */
function calendar(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists =
    midnight.getUTCFullYear() === year &&
    midnight.getUTCMonth() === month - 1 &&
    midnight.getUTCDate() === day;
  return exists ? midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 : undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_NAME = '(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)';
const MONTH_NAME = `(?:${MONTHS.join('|')})`;
const ZONE = '(?:Z|[+-]\\d\\d:?\\d\\d)';
const FRACTION = '(?:\\.\\d{1,9})?';

/**
 * Ways of writing an instant. One may not stand for another: `aws s3 ls` prints `2021-12-20 09:00:00`, never a T.
 * Within one, v1's `Z` and v2's `+00:00` are the same, with a fraction or without.
 */
const STYLES = [
  `\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d${FRACTION}${ZONE}`,
  `\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d${FRACTION}`,
  `\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d${FRACTION}${ZONE}`,
  `\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d${FRACTION}`,
  '\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d',
  '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d',
  '\\d{8}T\\d{6}Z',
  `${DAY_NAME}, \\d\\d ${MONTH_NAME} \\d{4} \\d\\d:\\d\\d:\\d\\d (?:GMT|UTC)`,
  `${DAY_NAME} ${MONTH_NAME} (?: |\\d)\\d \\d\\d:\\d\\d:\\d\\d [A-Z]{3,4} \\d{4}`,
  `${DAY_NAME} ${MONTH_NAME} (?: |\\d)\\d \\d\\d:\\d\\d:\\d\\d \\d{4}`,
  '\\d{4}-\\d\\d-\\d\\d',
  '\\d{4}/\\d\\d/\\d\\d',
].map((source) => ({
  source,
  whole: new RegExp(`^${source}$`),
  // Masked digits, as in 20XX-XX-XX, keep the style.
  example: new RegExp(`^${source.replaceAll('\\d', '[\\dXx]')}$`),
}));

const styleOf = (text: string) => STYLES.find(({ example }) => example.test(text));
/** The versions of the policy language: dates by their looks only. */
const POLICY_VERSION = /^(?:2012-10-17|2008-10-17)$/;

export const timestampPattern: ValuePattern = {
  type: 'timestamp',
  finds: new RegExp(
    `(?<![\\w/:.+-])(?:${STYLES.map(({ source }) => source.replaceAll('\\d', '[\\dXx]')).join('|')})(?![\\w/:+-]|\\.\\d)`,
    'g',
  ),
  recognises: (found) =>
    !POLICY_VERSION.test(found) && (/[Xx]{2}/.test(found) || instant(found) !== undefined),
  shape: (example) => styleOf(example)?.source ?? '(?!)',
  accepts: (actual) => instant(actual) !== undefined,
  binds: () => false,
  describe: (example) => `a time written like ${example}`,
};

/** Milliseconds since the epoch of a text in one of the styles, UTC where it names no zone; undefined for no date. */
export function instant(text: string): number | undefined {
  if (!STYLES.some(({ whole }) => whole.test(text))) return undefined;
  const named = new RegExp(`(\\d{1,2} ${MONTH_NAME}|${MONTH_NAME} (?: |\\d)\\d)`).exec(text)?.[1];
  const clock = /(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?/.exec(text) ?? /T(\d\d)(\d\d)(\d\d)Z/.exec(text);
  const date = named ? namedDate(named, text) : /(\d{4})\D?(\d\d)\D?(\d\d)/.exec(text)?.slice(1).map(Number);
  if (!date) return undefined;
  const time = clock ? clock.slice(1, 4).map((field) => Number(field ?? 0)) : [0, 0, 0];
  const at = calendar([...date, ...time]);
  if (at === undefined) return undefined;
  const offset = clock ? /([+-])(\d\d):?(\d\d)$/.exec(text) : null;
  const shift = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000 : 0;
  return at + Math.floor(Number(clock?.[4] ?? 0) * 1000) - shift;
}

function namedDate(dayAndMonth: string, text: string): number[] {
  const month = MONTHS.findIndex((name) => dayAndMonth.includes(name)) + 1;
  const year = /(?<![\d:])\d{4}(?!\d)/.exec(text)?.[0];
  return [Number(year), month, Number(/\d+/.exec(dayAndMonth)?.[0])];
}

const DASHED = '20\\d\\d-[01]\\d-[0-3]\\d(?:[T_-][0-2]\\d[-:.]?[0-5]\\d[-:.]?[0-5]\\d(?:\\.\\d{3,9})?)?';
const COMPACT = '20\\d\\d[01]\\d[0-3]\\d(?:[T_-]?[0-2]\\d[0-5]\\d[0-5]\\d)?';
const LOW = '20\\d\\d_[01]\\d_[0-3]\\d';
const SLASHED = '20\\d\\d/[01]\\d/[0-3]\\d';
/** A policy's version is no date. */
const FIXED = /^(?:2012-10-17|2008-10-17)/;

/** `demo-20190430`, `2019-07-14-iam.env`, `20210102030405`: a date that a script put into a word, not an API's version in a URL. */
export const dateInWordPattern: ValuePattern = {
  type: 'timestamp',
  finds: new RegExp(
    `(?<!\\d|\\d[.:/-]|amazonaws\\.com\\/)(?:${DASHED}|${SLASHED}|${LOW}|${COMPACT})(?!\\d|[.:/-]\\d)`,
    'g',
  ),
  recognises: (found) => !FIXED.test(found) && isDate(found),
  shape: (example) =>
    example[4] === '-' ? DASHED : example[4] === '/' ? SLASHED : example[4] === '_' ? LOW : COMPACT,
  accepts: isDate,
  binds: () => false,
  describe: (example) => `a date written like ${example}`,
};

function isDate(text: string): boolean {
  const digits = text.replace(/\.\d{3,}$/, '').replace(/\D/g, '');
  const fields = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(digits)?.slice(1);
  return fields !== undefined && calendar(fields.map((field) => Number(field ?? 0))) !== undefined;
}

/** 2001 to 2100, in seconds. */
const [EARLIEST, LATEST] = [978_307_200, 4_102_444_800];

/** Milliseconds since the epoch of a number in seconds (with a fraction or not) or milliseconds; else undefined. */
export function epochOf(text: string): number | undefined {
  const found = /^(\d{9,10})(?:\.\d+)?$|^(\d{12,13})$|^(\d(?:\.\d+)?)E(9|12)$/.exec(text);
  if (!found) return undefined;
  const milliseconds = found[2] ? Number(text) : found[4] === '12' ? Number(text) : Number(text) * 1000;
  return milliseconds >= EARLIEST * 1000 && milliseconds <= LATEST * 1000 ? milliseconds : undefined;
}

/** Tells whether two epoch numbers count the same unit. */
export const sameUnit = (a: string, b: string): boolean =>
  /E/.test(a) || /E/.test(b) || a.replace(/\..*/, '').length === b.replace(/\..*/, '').length;

/** An epoch number as text, under the key of a time. */
export const epochTextPattern: ValuePattern = {
  type: 'timestamp',
  finds: /(?!)/g,
  shape: (example) => `\\d{${example.replace(/\..*/, '').length}}(?:\\.\\d+)?`,
  accepts: (actual) => epochOf(actual) !== undefined,
  binds: () => false,
  describe: () => 'a time as a number since 1970',
};
