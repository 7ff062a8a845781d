import type { CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse } from '@aws-sdk/client-iam';
import { mfaSeed } from '../../../identifiers/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { onNew, userOf } from '../access.ts';
import { deviceName, path, tags } from '../constraints.ts';
import { alreadyExists } from '../errors.ts';
import { arnOf } from '../kinds.ts';
import { qrCodePng } from '../qr-code.ts';
import { toTags, withTags } from '../tags.ts';

/** The only answer that ever shows the seed. */
export default defineOperation<CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse>({
  name: 'CreateVirtualMFADevice',
  constraints: { Path: path, VirtualMFADeviceName: deviceName, Tags: tags },
  access: onNew('mfa', 'CreateVirtualMFADevice', 'VirtualMFADeviceName'),
  handle: async ({ input, caller, state, random }) => {
    const { Path = '/', VirtualMFADeviceName: name = '', Tags } = input;
    const serialNumber = arnOf(state, 'mfa', Path, name);
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
});

/** "otpauth://totp/$virtualMFADeviceName@$AccountName?secret=$Base32String" (API reference, VirtualMFADevice). */
function address(name: string, accountName: string, seed: string): string {
  return `otpauth://totp/${name}@${accountName}?secret=${seed}`;
}
