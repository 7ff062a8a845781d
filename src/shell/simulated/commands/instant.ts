const UNIT_MS: Readonly<Record<string, number>> = {
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  fortnight: 1_209_600_000,
};
const RELATIVE =
  /^\s*(?:([+-]\s*\d+|\d+|next|last|an?)\s*)?(sec|second|min|minute|hour|day|week|fortnight|month|year)s?(\s+ago)?(?=\s|[+-]|$)/i;
const ABSOLUTE =
  /^\s*(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,3})\d*)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d(?!\d)(?=\s|$))?/i;
const COMPACT = /^\s*(\d{4})(\d\d)(\d\d)(?=\s|$)/;
const NAMED =
  /^\s*(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(\d\d?),?\s+(\d{4})|(\d\d?)\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(\d{4}))(?=\s|$)/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^\s*(\d\d?):(\d\d)(?::(\d\d))?(?=\s|$)/;
/** Of `Mon, 05 Jan 2026`: the date says which day it is. */
const WEEKDAY =
  /^\s*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+(?=\d|[a-z]{3,9}\s+\d)/i;
const WORD = /^\s*(now|today|yesterday|tomorrow|noon|midnight|utc|gmt|z)(?=\s|$)/i;

/**
 * Parses the TEXT of `date -d TEXT` at `now`; undefined where this shell does not know it. Times without a zone are UTC.
 * Knows `@SECONDS`, ISO 8601, `YYYY-MM-DD [hh:mm[:ss]]`, `YYYYMMDD`, `Mon D YYYY`, `D Mon YYYY`, `hh:mm[:ss]`, now, today, yesterday, tomorrow, midnight,
 * noon, and any number of `[+-]N UNIT [ago]` after them.
 */
export function instantOf(text: string, now: Date): Date | undefined {
  const seconds = /^\s*@(-?\d+)(?:\.(\d{1,3})\d*)?\s*$/.exec(text);
  if (seconds) return new Date(Number(seconds[1]) * 1000 + Number((seconds[2] ?? '').padEnd(3, '0')));
  if (text.trim() === '') return midnight(now);
  let instant = now.getTime();
  let rest = text.replace(WEEKDAY, '');
  while (rest.trim() !== '') {
    const found = TERMS.map(({ pattern, applied }) => ({ match: pattern.exec(rest), applied })).find(
      ({ match }) => match,
    );
    if (!found?.match) return undefined;
    instant = found.applied(instant, found.match);
    rest = rest.slice(found.match[0].length);
  }
  return Number.isNaN(instant) ? undefined : new Date(instant);
}

/** Terms of a date, each with the instant that it makes of the one before; the first that matches counts. */
const TERMS: readonly { pattern: RegExp; applied: (instant: number, match: RegExpExecArray) => number }[] = [
  { pattern: ABSOLUTE, applied: (_, match) => fromParts(match) },
  { pattern: COMPACT, applied: (_, match) => fromParts(match) },
  { pattern: NAMED, applied: (_, match) => fromNamed(match) },
  {
    pattern: TIME,
    applied: (instant, [, ...time]) => midnight(new Date(instant)).getTime() + timeOfDay(...time),
  },
  { pattern: WORD, applied: (instant, [, word = '']) => fromWord(word.toLowerCase(), instant) },
  { pattern: RELATIVE, applied: moved },
];

function fromParts([, year, month, day, hour, minute, second, fraction = '', zone]: RegExpExecArray): number {
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(date).getUTCDate() !== Number(day)) return Number.NaN;
  return date + timeOfDay(hour, minute, second) + Number(fraction.padEnd(3, '0')) - offset(zone);
}

/** `Nov 24 2026` or `24 Nov 2026`. */
function fromNamed([, month, day, year, dayFirst, monthAfter, yearLast]: RegExpExecArray): number {
  const index = MONTHS.indexOf((month ?? monthAfter ?? '').slice(0, 3).toLowerCase());
  const date = new Date(Date.UTC(Number(year ?? yearLast), index, Number(day ?? dayFirst)));
  return date.getUTCMonth() === index ? date.getTime() : Number.NaN;
}

function timeOfDay(hour = '0', minute = '0', second = '0'): number {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return Number.NaN;
  return (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
}

function offset(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function fromWord(word: string, instant: number): number {
  switch (word) {
    case 'yesterday':
      return instant - 86_400_000;
    case 'tomorrow':
      return instant + 86_400_000;
    case 'midnight':
      return midnight(new Date(instant)).getTime();
    case 'noon':
      return midnight(new Date(instant)).getTime() + 43_200_000;
    default:
      return instant;
  }
}

function moved(instant: number, [, amount = '1', unitName = '', ago]: RegExpExecArray): number {
  const count = (ago ? -1 : 1) * amountOf(amount.toLowerCase());
  const unit = unitName.toLowerCase();
  const length = UNIT_MS[unit];
  if (length !== undefined) return instant + count * length;
  const date = new Date(instant);
  if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() + count);
  else date.setUTCMonth(date.getUTCMonth() + count);
  return date.getTime();
}

function amountOf(amount: string): number {
  if (amount === 'next' || amount.startsWith('a')) return 1;
  if (amount === 'last') return -1;
  return Number(amount.replaceAll(/\s/g, ''));
}

function midnight(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}
