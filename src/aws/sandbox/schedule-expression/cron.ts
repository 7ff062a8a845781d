/** Six fields in UTC. Source: User Guide, "Cron expressions". */
export interface CronSchedule {
  readonly kind: 'cron';
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  matchesDay(day: Date): boolean;
}

interface FieldRange {
  readonly min: number;
  readonly max: number;
  /** Names of values, the first for `min`. */
  readonly names?: readonly string[];
}

const MINUTES = { min: 0, max: 59 };
const HOURS = { min: 0, max: 23 };
const DAYS = { min: 1, max: 31 };
const MONTHS = { min: 1, max: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') };
const WEEKDAYS = { min: 1, max: 7, names: 'SUN MON TUE WED THU FRI SAT'.split(' ') };
const YEARS = { min: 1970, max: 2199 };
const DAY_MS = 86_400_000;

/** Parses the six fields between the parentheses; undefined where one is not valid. */
export function parseCron(text: string): CronSchedule | undefined {
  const fields = text.split(/\s+/);
  const [minute = '', hour = '', monthDay = '', month = '', weekday = '', year = ''] = fields;
  // "You can't use * in both the Day-of-month and Day-of-week fields. If you use it in one, you must use ? in the other."
  if (fields.length !== 6 || (monthDay === '?') === (weekday === '?')) return undefined;
  const minutes = parseField(minute, MINUTES);
  const hours = parseField(hour, HOURS);
  const months = parseField(month, MONTHS);
  const years = parseField(year, YEARS);
  const matchesDay = weekday === '?' ? parseMonthDay(monthDay) : parseWeekday(weekday);
  if (!minutes || !hours || !months || !years || !matchesDay) return undefined;
  return { kind: 'cron', minutes, hours, months, years, matchesDay };
}

/** `*`, `5`, `1-5`, `FRI-MON`, each with `/15` behind it for every fifteenth. */
const PART = /^(?:\*|(?<from>\w+)(?:-(?<to>\w+))?)(?:\/(?<step>\d+))?$/;

/** Reads the values of a field: parts with commas between them. */
function parseField(text: string, range: FieldRange): Set<number> | undefined {
  const parts = text.split(',').map((part) => readPart(part, range));
  return parts.includes(undefined) ? undefined : new Set(parts.flatMap((values) => values ?? []));
}

function readPart(text: string, range: FieldRange): number[] | undefined {
  const groups = PART.exec(text)?.groups;
  if (!groups) return undefined;
  const { from, to, step } = groups;
  const first = from === undefined ? range.min : fieldValue(from, range);
  const isOpen = to === undefined && (from === undefined || step !== undefined);
  const last = isOpen ? range.max : to === undefined ? first : fieldValue(to, range);
  if (first === undefined || last === undefined || step === '0') return undefined;
  const size = range.max - range.min + 1;
  // FRI-MON goes over the end.
  const length = last >= first ? last - first : last - first + size;
  const every = Number(step ?? 1);
  return Array.from({ length: Math.floor(length / every) + 1 }, (_, index) => {
    const value = first + index * every;
    return value > range.max ? value - size : value;
  });
}

function fieldValue(text: string, { min, max, names = [] }: FieldRange): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

type DayTest = (day: Date) => boolean;

const lastOf = (day: Date): number =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();

/** `L` is the last day of the month, `15W` the weekday nearest to the 15th of it. */
function parseMonthDay(text: string): DayTest | undefined {
  if (text === 'L') return (day) => day.getUTCDate() === lastOf(day);
  const [, near] = /^(\d{1,2})W$/.exec(text) ?? [];
  const wanted = near === undefined ? undefined : fieldValue(near, DAYS);
  if (wanted !== undefined) return (day) => day.getUTCDate() === nearestWeekday(day, wanted);
  const days = parseField(text, DAYS);
  return days && ((day) => days.has(day.getUTCDate()));
}

function nearestWeekday(day: Date, wanted: number): number {
  const weekday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), wanted)).getUTCDay();
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) return wanted === lastOf(day) ? wanted - 2 : wanted + 1;
  return wanted;
}

/** `SAT#3` is the third Saturday of the month, `6L` the last Friday, `L` each Saturday. */
function parseWeekday(text: string): DayTest | undefined {
  if (text === 'L') return (day) => day.getUTCDay() === 6;
  const [, nth, place] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  const [, last] = /^(\d|[A-Za-z]{3})L$/.exec(text) ?? [];
  const single = nth ?? last;
  if (single !== undefined) {
    const weekday = fieldValue(single, WEEKDAYS);
    if (weekday === undefined) return undefined;
    const isRight: DayTest =
      place === undefined
        ? (day) => day.getUTCDate() > lastOf(day) - 7
        : (day) => Math.ceil(day.getUTCDate() / 7) === Number(place);
    return (day) => day.getUTCDay() + 1 === weekday && isRight(day);
  }
  const days = parseField(text, WEEKDAYS);
  return days && ((day) => days.has(day.getUTCDay() + 1));
}

/** The instants after `from` and up to `to`, at most so many of the newest. */
export function cronTimes(schedule: CronSchedule, from: number, to: number, most: number): number[] {
  // It fires on whole minutes only, and it is asked before each request.
  if (Math.floor(from / 60_000) === Math.floor(to / 60_000)) return [];
  const times: number[] = [];
  const firstDay = Math.floor(from / DAY_MS);
  for (let day = Math.floor(to / DAY_MS); day >= firstDay && times.length < most; day--) {
    const date = new Date(day * DAY_MS);
    const fits =
      schedule.years.has(date.getUTCFullYear()) &&
      schedule.months.has(date.getUTCMonth() + 1) &&
      schedule.matchesDay(date);
    if (!fits) continue;
    const ofDay = [...schedule.hours].flatMap((hour) =>
      [...schedule.minutes].map((minute) => day * DAY_MS + (hour * 60 + minute) * 60_000),
    );
    times.push(...ofDay.filter((time) => time > from && time <= to).sort((a, b) => b - a));
  }
  return times.slice(0, most).reverse();
}
