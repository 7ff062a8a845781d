/** Milliseconds since the epoch of year, month (from 1), day, hour, minute, second in UTC; undefined for 30 February. */
export function calendar(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists =
    midnight.getUTCFullYear() === year &&
    midnight.getUTCMonth() === month - 1 &&
    midnight.getUTCDate() === day;
  return exists ? midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 : undefined;
}
