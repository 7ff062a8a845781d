import { roundHalfEven } from '../python/builtins.ts';

/** `2021-12-20 09:00:00` in a time zone as TZ names it: `Asia/Tokyo`, or POSIX's `JST-9`. UTC where it is neither. */
export function localTime(date: Date, zone: string | undefined): string {
  const posix = /^:?(?:[A-Za-z]{3,}|<[^>]+>)([+-]?\d{1,2})$/.exec(zone ?? '');
  // POSIX counts hours west of Greenwich.
  if (posix) return utc(new Date(date.getTime() - Number(posix[1]) * 3_600_000));
  try {
    return inZone(date, zone?.replace(/^:/, '') || 'UTC');
  } catch {
    return utc(date);
  }
}

const utc = (date: Date) => date.toISOString().slice(0, 19).replace('T', ' ');

function inZone(date: Date, timeZone: string): string {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    },
  });
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
}

const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** `1 Byte`, `10 Bytes`, `1.0 KiB`. */
export function humanSize(bytes: number): string {
  if (bytes === 1) return '1 Byte';
  if (bytes < 1024) return `${bytes} Bytes`;
  for (const [index, unit] of units.entries()) {
    const value = bytes / 1024 ** (index + 1);
    if (roundHalfEven(value) < 1024) return `${value.toFixed(1)} ${unit}`;
  }
  return 'None';
}
