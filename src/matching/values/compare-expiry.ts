import type { ComparisonState } from '../comparison.ts';
import type { Difference } from '../types.ts';
import { instant } from './timestamp.ts';

/** How far an expiry may be from now + duration, in seconds: a request and its answer take a while. */
const TOLERANCE_SECONDS = 10;

/** A certificate may have run out long ago; credentials that were just handed out have not. */
const CERTIFICATE = /certificate/i;

/** An expiry is now + the duration asked for; without a duration, some time to come, but for certificates. */
export function compareExpiry(
  comparison: ComparisonState,
  actual: string,
  where: Omit<Difference, 'kind' | 'message'>,
): void {
  const { now, durationSeconds, script = '' } = comparison.context;
  const expiry = instant(actual);
  if (expiry === undefined) return;
  const remaining = (expiry - now.getTime()) / 1000;
  const after =
    remaining < 0 ? `${Math.round(-remaining)} s before now` : `${Math.round(remaining)} s from now`;
  if (durationSeconds === undefined) {
    if (remaining > 0 || CERTIFICATE.test(where.path) || CERTIFICATE.test(script)) return;
    comparison.differ({
      ...where,
      kind: 'time',
      message: `It must lie in the future, but ${actual} is ${after}.`,
    });
  } else if (Math.abs(remaining - durationSeconds) > TOLERANCE_SECONDS) {
    const message = `It must be ${durationSeconds} s from now, as the step asks, but ${actual} is ${after}.`;
    comparison.differ({ ...where, kind: 'time', message });
  }
}
