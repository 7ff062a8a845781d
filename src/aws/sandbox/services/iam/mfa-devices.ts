import type {
  CreateVirtualMFADeviceRequest,
  CreateVirtualMFADeviceResponse,
  DeactivateMFADeviceRequest,
  DeleteVirtualMFADeviceRequest,
  EnableMFADeviceRequest,
  GetMFADeviceRequest,
  GetMFADeviceResponse,
  ListMFADevicesRequest,
  ListMFADevicesResponse,
  ListVirtualMFADevicesRequest,
  ListVirtualMFADevicesResponse,
  ResyncMFADeviceRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import { spendTwoCodes } from '../../mfa/index.ts';
import {
  type AccountState,
  defineOperation,
  type MfaDevice,
  mfaSeed,
  ServiceError,
  type UserRecord,
} from '../../operation/index.ts';
import {
  assignmentStatus,
  authenticationCode,
  deviceName,
  existingUserName,
  keepWithin,
  paging,
  path,
  serialNumber,
  tagListConstraint,
  userName,
} from './constraints.ts';
import { toUser } from './describe.ts';
import { alreadyExists, deleteConflict, noSuchEntity } from './iam-errors.ts';
import { iamArn, mfaDevices, required, users } from './iam-kinds.ts';
import {
  namedOrCaller,
  permissionOn,
  permissionOnUser,
  permissionToCreate,
  permissionToList,
  userOf,
} from './iam-permissions.ts';
import { devicesOf } from './identities.ts';
import { iamPage } from './pages.ts';
import { qrCodePng } from './qr-code.ts';
import { tagging, toTags, withTags } from './tagging-operations.ts';

export default {
  /** The only answer that ever shows the seed. */
  CreateVirtualMFADevice: defineOperation<CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse>({
    constraints: { Path: path, VirtualMFADeviceName: deviceName, Tags: tagListConstraint },
    access: permissionToCreate('mfa', 'CreateVirtualMFADevice', 'VirtualMFADeviceName'),
    handle: async ({ input, caller, state, random }) => {
      const { Path = '/', VirtualMFADeviceName: name = '', Tags } = input;
      const serialNumber = iamArn(state, 'mfa', Path, name);
      if (state.mfaDevices.has(serialNumber))
        throw alreadyExists('MFADevice entity at the same path and name already exists.');
      const device = { serialNumber, seed: mfaSeed(random), tags: withTags([], Tags) };
      state.mfaDevices.set(serialNumber, device);
      return {
        VirtualMFADevice: {
          SerialNumber: serialNumber,
          // "The Base32String value is base64-encoded" once more, as all binary data (API reference).
          Base32StringSeed: new TextEncoder().encode(device.seed),
          QRCodePNG: await qrCodePng(address(name, userOf(caller)?.name ?? state.account.id, device.seed)),
          Tags: toTags(device.tags),
        },
      };
    },
  }),

  /** Without seeds, and without tags (API reference). */
  ListVirtualMFADevices: defineOperation<ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse>({
    constraints: { AssignmentStatus: assignmentStatus, ...paging },
    access: permissionToList('mfa', 'ListVirtualMFADevices'),
    handle: ({ input, state }) => {
      const { AssignmentStatus = 'Any' } = input;
      const matching = [...state.mfaDevices.values()].filter(
        ({ assignment }) =>
          AssignmentStatus === 'Any' || (assignment !== undefined) === (AssignmentStatus === 'Assigned'),
      );
      const { items, more } = iamPage(matching, (device) => device.serialNumber, input);
      const VirtualMFADevices = items.map(({ serialNumber, assignment }) => ({
        SerialNumber: serialNumber,
        ...(assignment && { User: toUser(assignment.user), EnableDate: assignment.enabled }),
      }));
      return { VirtualMFADevices, ...more };
    },
  }),

  /** "You must deactivate a user's virtual MFA device before you can delete it" (API reference). */
  DeleteVirtualMFADevice: defineOperation<DeleteVirtualMFADeviceRequest, object>({
    constraints: { SerialNumber: serialNumber },
    access: permissionOn(mfaDevices, 'DeleteVirtualMFADevice'),
    handle: ({ input: { SerialNumber = '' }, state }) => {
      const device = required(mfaDevices, state, SerialNumber);
      if (device.assignment) throw deleteConflict('MFA VirtualDevice in use. Must deactivate first.');
      state.mfaDevices.delete(device.serialNumber);
      return {};
    },
  }),

  EnableMFADevice: defineOperation<EnableMFADeviceRequest, object>({
    constraints: {
      UserName: existingUserName,
      SerialNumber: serialNumber,
      AuthenticationCode1: authenticationCode,
      AuthenticationCode2: authenticationCode,
    },
    access: permissionOn(users, 'EnableMFADevice'),
    handle: ({ input, state, clock }) => {
      const { UserName = '', SerialNumber = '', AuthenticationCode1 = '', AuthenticationCode2 = '' } = input;
      const user = required(users, state, UserName);
      const device = required(mfaDevices, state, SerialNumber);
      if (device.assignment) throw alreadyExists('MFA Device is already in use.');
      keepWithin('MFADevicesPerUser', devicesOf(state, user).length + 1);
      if (!spendTwoCodes(device, AuthenticationCode1, AuthenticationCode2, clock.account()))
        throw invalidCodes();
      device.assignment = { user, enabled: accountTime(clock) };
      return {};
    },
  }),

  GetMFADevice: defineOperation<GetMFADeviceRequest, GetMFADeviceResponse>({
    constraints: { SerialNumber: serialNumber, UserName: userName },
    access: permissionOnUser('GetMFADevice'),
    handle: (context) => {
      const user = namedOrCaller(context);
      const device = deviceFor(user, context.state, context.input.SerialNumber);
      return {
        UserName: user.name,
        SerialNumber: device.serialNumber,
        EnableDate: device.assignment?.enabled,
      };
    },
  }),

  ListMFADevices: defineOperation<ListMFADevicesRequest, ListMFADevicesResponse>({
    constraints: { UserName: existingUserName, ...paging },
    access: permissionOnUser('ListMFADevices'),
    handle: (context) => {
      const user = namedOrCaller(context);
      const devices = devicesOf(context.state, user);
      const { items, more } = iamPage(devices, ({ serialNumber }) => serialNumber, context.input);
      const MFADevices = items.map(({ serialNumber, assignment }) => ({
        UserName: user.name,
        SerialNumber: serialNumber,
        EnableDate: assignment.enabled,
      }));
      return { MFADevices, ...more };
    },
  }),

  ResyncMFADevice: defineOperation<ResyncMFADeviceRequest, object>({
    constraints: {
      UserName: existingUserName,
      SerialNumber: serialNumber,
      AuthenticationCode1: authenticationCode,
      AuthenticationCode2: authenticationCode,
    },
    access: permissionOn(users, 'ResyncMFADevice'),
    handle: ({ input, state, clock }) => {
      const { UserName = '', SerialNumber, AuthenticationCode1 = '', AuthenticationCode2 = '' } = input;
      const device = deviceFor(required(users, state, UserName), state, SerialNumber);
      if (!spendTwoCodes(device, AuthenticationCode1, AuthenticationCode2, clock.account()))
        throw invalidCodes();
      return {};
    },
  }),

  DeactivateMFADevice: defineOperation<DeactivateMFADeviceRequest, object>({
    constraints: { UserName: existingUserName, SerialNumber: serialNumber },
    access: permissionOnUser('DeactivateMFADevice'),
    handle: (context) => {
      const device = deviceFor(namedOrCaller(context), context.state, context.input.SerialNumber);
      device.assignment = undefined;
      return {};
    },
  }),

  ...tagging(mfaDevices, 'MFADevice'),
};

/** The device, enabled for that user. Throws NoSuchEntity. */
function deviceFor(user: UserRecord, state: AccountState, serialNumber = ''): MfaDevice {
  const device = required(mfaDevices, state, serialNumber);
  if (device.assignment?.user !== user) throw noSuchEntity('MFA Device invalid for user.');
  return device;
}

/** Of codes that are not two in a row of the device's. */
function invalidCodes(): ServiceError {
  return new ServiceError(403, 'InvalidAuthenticationCode', 'Authentication code for device is not valid.');
}

/** "otpauth://totp/$virtualMFADeviceName@$AccountName?secret=$Base32String" (API reference, VirtualMFADevice). */
function address(name: string, accountName: string, seed: string): string {
  return `otpauth://totp/${name}@${accountName}?secret=${seed}`;
}
