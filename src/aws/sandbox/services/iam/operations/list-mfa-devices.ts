import type { ListMFADevicesRequest, ListMFADevicesResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { namedOrCaller, onUser } from '../access.ts';
import { existingUserName, paging } from '../constraints.ts';
import { pageOf } from '../pages.ts';
import { devicesOf } from '../principals.ts';

export default defineOperation<ListMFADevicesRequest, ListMFADevicesResponse>({
  name: 'ListMFADevices',
  constraints: { UserName: existingUserName, ...paging },
  access: onUser('ListMFADevices'),
  handle: (context) => {
    const user = namedOrCaller(context);
    const devices = devicesOf(context.state, user);
    const { items, more } = pageOf(devices, ({ serialNumber }) => serialNumber, context.input);
    const MFADevices = items.map(({ serialNumber, assignment }) => ({
      UserName: user.name,
      SerialNumber: serialNumber,
      EnableDate: assignment.enabled,
    }));
    return { MFADevices, ...more };
  },
});
