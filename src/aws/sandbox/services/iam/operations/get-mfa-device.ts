import type { GetMFADeviceRequest, GetMFADeviceResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { serialNumber, userName } from '../constraints.ts';
import { deviceFor } from '../mfa-devices.ts';

export default defineOperation<GetMFADeviceRequest, GetMFADeviceResponse>({
  name: 'GetMFADevice',
  constraints: { SerialNumber: serialNumber, UserName: userName },
  access: onUser('GetMFADevice'),
  handle: (context) => {
    const user = namedOrCaller(context);
    const device = deviceFor(user, context.state, context.input.SerialNumber);
    return {
      UserName: user.name,
      SerialNumber: device.serialNumber,
      EnableDate: device.assignment?.enabled,
    };
  },
});
