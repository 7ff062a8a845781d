import { basicTime } from '../errors/wording.ts';

/** How far a signature's date may be off. S3 states it in its error, and STS and IAM were measured to allow as much. */
export const ALLOWED_SKEW_MS = 15 * 60_000;

/** `X-Amz-Date`'s form; undefined for anything else. */
export function parseBasicTime(text: string): Date | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return valid(new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`));
}

/** The `Date` header: the same form, or an HTTP date. */
export function parseDateHeader(text: string): { time: Date; timestamp: string } | undefined {
  const time = parseBasicTime(text) ?? (/(GMT|UTC|[+]0000)$/.test(text) ? valid(new Date(text)) : undefined);
  return time ? { time, timestamp: basicTime(time) } : undefined;
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
