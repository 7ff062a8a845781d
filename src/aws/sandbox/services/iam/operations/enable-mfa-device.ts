import type { EnableMFADeviceRequest } from '@aws-sdk/client-iam';
import { timestamp } from '../../../clock/index.ts';
import { spendTwoCodes } from '../../../mfa/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { authenticationCode, existingUserName, serialNumber } from '../constraints.ts';
import { alreadyExists } from '../errors.ts';
import { get, mfaDevices, users } from '../kinds.ts';
import { invalidCodes } from '../mfa-devices.ts';
import { devicesOf } from '../principals.ts';
import { keepWithin } from '../quotas.ts';

export default defineOperation<EnableMFADeviceRequest, object>({
  name: 'EnableMFADevice',
  constraints: {
    UserName: existingUserName,
    SerialNumber: serialNumber,
    AuthenticationCode1: authenticationCode,
    AuthenticationCode2: authenticationCode,
  },
  access: on(users, 'EnableMFADevice'),
  handle: ({ input, state, clock }) => {
    const { UserName = '', SerialNumber = '', AuthenticationCode1 = '', AuthenticationCode2 = '' } = input;
    const user = get(users, state, UserName);
    const device = get(mfaDevices, state, SerialNumber);
    if (device.assignment) throw alreadyExists('MFA Device is already in use.');
    keepWithin('MFADevicesPerUser', devicesOf(state, user).length + 1);
    if (!spendTwoCodes(device, AuthenticationCode1, AuthenticationCode2, clock.account()))
      throw invalidCodes();
    device.assignment = { user, enabled: timestamp(clock) };
    return {};
  },
});
