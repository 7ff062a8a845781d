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
  /^\s*([+-]?\s*\d+|next|last|an?)?\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?(\s+ago)?(?=\s|[+-]|$)/i;
const ABSOLUTE =
  /^\s*(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,3})\d*)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d(?!\d)(?=\s|$))?/i;
const TIME = /^\s*(\d\d?):(\d\d)(?::(\d\d))?(?=\s|$)/;
const WORD = /^\s*(now|today|yesterday|tomorrow|noon|midnight|utc|gmt|z)(?=\s|$)/i;

/**
 * What `date -d TEXT` means at `now`; undefined where this shell does not know it. Times without a zone are UTC.
 * Knows `@SECONDS`, ISO 8601 and `YYYY-MM-DD [hh:mm[:ss]]`, `hh:mm[:ss]`, now, today, yesterday, tomorrow, midnight,
 * noon, and any number of `[+-]N UNIT [ago]` after them.
 */
export function instantOf(text: string, now: Date): Date | undefined {
  const seconds = /^\s*@(-?\d+)(?:\.(\d{1,3})\d*)?\s*$/.exec(text);
  if (seconds) return new Date(Number(seconds[1]) * 1000 + Number((seconds[2] ?? '').padEnd(3, '0')));
  let instant = now.getTime();
  if (text.trim() === '') return midnight(now);
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found;
  };
  while (rest.trim() !== '') {
    const absolute = take(ABSOLUTE);
    const time = absolute ? null : take(TIME);
    const word = absolute || time ? null : take(WORD);
    const relative = absolute || time || word ? null : take(RELATIVE);
    if (absolute) instant = fromParts(absolute);
    else if (time) instant = midnight(new Date(instant)).getTime() + timeOfDay(time[1], time[2], time[3]);
    else if (word) instant = fromWord((word[1] ?? '').toLowerCase(), instant);
    else if (relative) instant = moved(instant, relative);
    else return undefined;
  }
  return Number.isNaN(instant) ? undefined : new Date(instant);
}

function fromParts([, year, month, day, hour, minute, second, fraction = '', zone]: RegExpExecArray): number {
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(date).getUTCDate() !== Number(day)) return Number.NaN;
  return date + timeOfDay(hour, minute, second) + Number(fraction.padEnd(3, '0')) - offset(zone);
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
