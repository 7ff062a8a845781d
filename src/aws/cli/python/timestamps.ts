/** A time to the microsecond, with the offset it was written with: JavaScript's Date keeps neither. */
interface Timestamp {
  /** Milliseconds since 1970, whole seconds only. */
  readonly seconds: number;
  readonly microseconds: number;
  /** Minutes east of Greenwich; undefined when none was written. */
  readonly offset?: number;
}

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?\s*(Z|[+-]\d\d:?\d\d|[+-]\d\d|UTC|GMT)?$/;
const RFC822 = /^(?:\w{3},\s*)?(\d{1,2})\s+(\w{3})\s+(\d{4})\s+(\d\d):(\d\d):(\d\d)\s*(GMT|UTC|[+-]\d{4})$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

function parse(text: string): Timestamp | undefined {
  if (/^[+-]?(\d+(?:\.\d*)?|\.\d+)$/.test(text)) return fromEpoch(Number(text));
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = iso;
    const seconds = Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    );
    const valid = Number(month) <= 12 && Number(month) >= 1 && Number(day) <= 31 && Number(hour) < 24;
    if (!valid) return undefined;
    return { seconds, microseconds: Number(fraction.padEnd(6, '0').slice(0, 6)), offset: minutes(zone) };
  }
  const rfc = RFC822.exec(text);
  const month = MONTHS.indexOf(rfc?.[2] ?? 'none') / 3;
  if (!rfc || month < 0) return undefined;
  const [, day, , year, hour, minute, second, zone] = rfc;
  const seconds = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  return { seconds, microseconds: 0, offset: minutes(zone) };
}

function fromEpoch(value: number): Timestamp {
  const whole = Math.floor(value);
  return { seconds: whole * 1000, microseconds: Math.round((value - whole) * 1e6), offset: 0 };
}

function minutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0));
}

/** A time from the wire as v2 prints it, Python's `isoformat()`: `2021-12-20T09:00:00+00:00`. Other texts stay. */
export function isoFormat(text: string): string {
  const time = parse(text);
  if (!time) return text;
  const { microseconds, offset } = time;
  const fraction = microseconds > 0 ? `.${String(microseconds).padStart(6, '0')}` : '';
  return new Date(time.seconds).toISOString().slice(0, 19) + fraction + formatOffset(offset);
}

function formatOffset(offset: number | undefined): string {
  if (offset === undefined) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The instant of a time from the wire or the command line, UTC where it names no zone. */
export function toDate(value: unknown): Date | undefined {
  const time =
    typeof value === 'number' ? fromEpoch(value) : typeof value === 'string' ? parse(value) : undefined;
  if (!time) return undefined;
  return new Date(time.seconds + Math.floor(time.microseconds / 1000) - (time.offset ?? 0) * 60_000);
}

export const isTimestamp = (value: unknown): boolean => toDate(value) !== undefined;
