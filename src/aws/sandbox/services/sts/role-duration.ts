import { ServiceError } from '../../errors/index.ts';
import type { Caller, RoleRecord } from '../../state/index.ts';

/** "The default is set to 3600 seconds" (API reference, AssumeRole); role chaining allows no more. */
const HOUR = 3600;

/**
 * How long a session of a role lasts, in seconds. Throws a ServiceError; texts as seen on AWS, which counts all
 * temporary credentials of the caller as role chaining, also those of GetSessionToken.
 */
export function roleSeconds(requested: number | undefined, role: RoleRecord, caller: Caller): number {
  const seconds = requested ?? HOUR;
  if (caller.kind !== 'long-term' && seconds > HOUR)
    throw tooLong('exceeds the 1 hour session limit for roles assumed by role chaining.');
  if (seconds > role.maxSessionSeconds) throw tooLong('exceeds the MaxSessionDuration set for this role.');
  return seconds;
}

function tooLong(reason: string): ServiceError {
  return new ServiceError(400, 'ValidationError', `The requested DurationSeconds ${reason}`);
}
