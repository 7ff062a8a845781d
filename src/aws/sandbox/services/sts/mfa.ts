import { ServiceError } from '../../errors/index.ts';
import { spendCode } from '../../mfa/index.ts';
import type { AccountState, Caller } from '../../state/index.ts';

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
