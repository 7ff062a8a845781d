import type { DeactivateMFADeviceRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { existingUserName, serialNumber } from '../constraints.ts';
import { deviceFor } from '../mfa-devices.ts';

export default defineOperation<DeactivateMFADeviceRequest, object>({
  name: 'DeactivateMFADevice',
  constraints: { UserName: existingUserName, SerialNumber: serialNumber },
  access: onUser('DeactivateMFADevice'),
  handle: (context) => {
    const device = deviceFor(namedOrCaller(context), context.state, context.input.SerialNumber);
    device.assignment = undefined;
    return {};
  },
});
