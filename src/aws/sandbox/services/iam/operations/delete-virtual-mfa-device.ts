import type { DeleteVirtualMFADeviceRequest } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { serialNumber } from '../constraints.ts';
import { deleteConflict } from '../errors.ts';
import { get, mfaDevices } from '../kinds.ts';

/** "You must deactivate a user's virtual MFA device before you can delete it" (API reference). */
export default defineOperation<DeleteVirtualMFADeviceRequest, object>({
  name: 'DeleteVirtualMFADevice',
  constraints: { SerialNumber: serialNumber },
  access: on(mfaDevices, 'DeleteVirtualMFADevice'),
  handle: ({ input: { SerialNumber = '' }, state }) => {
    const device = get(mfaDevices, state, SerialNumber);
    if (device.assignment) throw deleteConflict('MFA VirtualDevice in use. Must deactivate first.');
    state.mfaDevices.delete(device.serialNumber);
    return {};
  },
});
