import { calendar } from './calendar.ts';
import type { ValuePattern } from './types.ts';

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
