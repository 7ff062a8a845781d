import type { ResyncMFADeviceRequest } from '@aws-sdk/client-iam';
import { spendTwoCodes } from '../../../mfa/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { authenticationCode, existingUserName, serialNumber } from '../constraints.ts';
import { get, users } from '../kinds.ts';
import { deviceFor, invalidCodes } from '../mfa-devices.ts';

export default defineOperation<ResyncMFADeviceRequest, object>({
  name: 'ResyncMFADevice',
  constraints: {
    UserName: existingUserName,
    SerialNumber: serialNumber,
    AuthenticationCode1: authenticationCode,
    AuthenticationCode2: authenticationCode,
  },
  access: on(users, 'ResyncMFADevice'),
  handle: ({ input, state, clock }) => {
    const { UserName = '', SerialNumber, AuthenticationCode1 = '', AuthenticationCode2 = '' } = input;
    const device = deviceFor(get(users, state, UserName), state, SerialNumber);
    if (!spendTwoCodes(device, AuthenticationCode1, AuthenticationCode2, clock.account()))
      throw invalidCodes();
    return {};
  },
});
