import type { Credentials } from '@aws-sdk/client-sts';
import { accountTime, type Clock } from '../../clock/index.ts';
import { spendCode } from '../../mfa/index.ts';
import {
  type AccountState,
  type Caller,
  newAccessKeyId,
  newSessionToken,
  ServiceError,
  secretAccessKey,
  type UserRecord,
} from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';

/** Temporary credentials that begin now, by the account's time. AWS gives expirations in whole seconds. */
export function issueCredentials({ random, clock }: { random: Random; clock: Clock }, seconds: number) {
  const issued = accountTime(clock);
  return {
    accessKeyId: newAccessKeyId(random, 'ASIA'),
    secretAccessKey: secretAccessKey(random),
    token: newSessionToken(random),
    issued,
    expiration: new Date(issued.getTime() + seconds * 1000),
  };
}

/** As operations give them out. */
export function toCredentials(issued: ReturnType<typeof issueCredentials>): Credentials {
  return {
    AccessKeyId: issued.accessKeyId,
    SecretAccessKey: issued.secretAccessKey,
    SessionToken: issued.token,
    Expiration: issued.expiration,
  };
}

interface MfaInput {
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

const UNKNOWN_DEVICE =
  'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.';

/**
 * Takes the one-time code of a device of the calling user, and says when; undefined where none is given.
 * Throws a ServiceError. Texts as seen on AWS, spaces included.
 */
export function authenticateMfa(
  { SerialNumber, TokenCode }: MfaInput,
  caller: Caller,
  state: AccountState,
  now: Date,
): Date | undefined {
  if (SerialNumber === undefined && TokenCode === undefined) return undefined;
  if (SerialNumber === undefined || TokenCode === undefined)
    throw denied(
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    );
  const device = state.mfaDevices.get(SerialNumber);
  const user = 'user' in caller ? caller.user : undefined;
  if (!device?.assignment || device.assignment.user !== user) throw denied(UNKNOWN_DEVICE);
  if (!spendCode(device, TokenCode, now))
    throw denied('MultiFactorAuthentication failed with invalid MFA one time pass code. ');
  return now;
}

function denied(message: string): ServiceError {
  return new ServiceError(403, 'AccessDenied', message);
}

/** The user who calls an operation that only a user's long-term key may call. */
export function callingUser(caller: Caller): UserRecord {
  if (caller.kind === 'long-term') return caller.user;
  throw new Error(`An operation for long-term keys was called with a key of kind ${caller.kind}.`);
}
