import { calendar } from './calendar.ts';
import type { ValuePattern } from './types.ts';

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
