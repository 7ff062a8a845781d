/** A time as alarms write it: `2026-01-05T00:01:00.000+0000`. */
export const isoTime = (date: Date): string => date.toISOString().replace('Z', '+0000');
