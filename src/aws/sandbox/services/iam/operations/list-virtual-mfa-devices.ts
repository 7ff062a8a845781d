import type { ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { onAll } from '../access.ts';
import { assignmentStatus, paging } from '../constraints.ts';
import { toUser } from '../describe.ts';
import { pageOf } from '../pages.ts';

/** Without seeds, and without tags (API reference). */
export default defineOperation<ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse>({
  name: 'ListVirtualMFADevices',
  constraints: { AssignmentStatus: assignmentStatus, ...paging },
  access: onAll('mfa', 'ListVirtualMFADevices'),
  handle: ({ input, state }) => {
    const { AssignmentStatus = 'Any' } = input;
    const matching = [...state.mfaDevices.values()].filter(
      ({ assignment }) =>
        AssignmentStatus === 'Any' || (assignment !== undefined) === (AssignmentStatus === 'Assigned'),
    );
    const { items, more } = pageOf(matching, (device) => device.serialNumber, input);
    const VirtualMFADevices = items.map(({ serialNumber, assignment }) => ({
      SerialNumber: serialNumber,
      ...(assignment && { User: toUser(assignment.user), EnableDate: assignment.enabled }),
    }));
    return { VirtualMFADevices, ...more };
  },
});
