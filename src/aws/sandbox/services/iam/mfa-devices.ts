import { ServiceError } from '../../errors/index.ts';
import type { AccountState, MfaDevice, UserRecord } from '../../state/index.ts';
import { noSuchEntity } from './errors.ts';
import { get, mfaDevices } from './kinds.ts';

/** The device, enabled for that user. Throws NoSuchEntity. */
export function deviceFor(user: UserRecord, state: AccountState, serialNumber = ''): MfaDevice {
  const device = get(mfaDevices, state, serialNumber);
  if (device.assignment?.user !== user) throw noSuchEntity('MFA Device invalid for user.');
  return device;
}

/** Of codes that are not two in a row of the device's. */
export function invalidCodes(): ServiceError {
  return new ServiceError(403, 'InvalidAuthenticationCode', 'Authentication code for device is not valid.');
}
