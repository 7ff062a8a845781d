import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codeAt } from '../../../../../src/aws/sandbox/mfa/index.ts';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { openIam } from './open.ts';

standStill();

const UserName = 'nobody';

const SerialNumber = 'arn:aws:iam::123456789012:mfa/phone';

const STEP = 30_000;

async function withDevice() {
  const iam = openIam();
  const { VirtualMFADevice } = (await iam.call('CreateVirtualMFADevice', {
    VirtualMFADeviceName: 'phone',
  })) as unknown as { VirtualMFADevice: { Base32StringSeed: Uint8Array; QRCodePNG: Uint8Array } };
  const seed = new TextDecoder().decode(VirtualMFADevice.Base32StringSeed);
  const codes = (steps = 0) => ({
    AuthenticationCode1: codeAt(seed, new Date(iam.clock.account().getTime() + (steps - 1) * STEP)),
    AuthenticationCode2: codeAt(seed, new Date(iam.clock.account().getTime() + steps * STEP)),
  });
  const enable = () => iam.call('EnableMFADevice', { UserName, SerialNumber, ...codes() });
  return { ...iam, device: VirtualMFADevice, seed, codes, enable };
}

describe('a virtual MFA device', () => {
  test('shows its seed once, in base32 and as a QR code', async () => {
    const { device, seed, call } = await withDevice();
    expect(device).toEqual({
      SerialNumber,
      Base32StringSeed: expect.any(Uint8Array),
      QRCodePNG: expect.any(Uint8Array),
    });
    expect(seed).toMatch(/^[A-Z2-7]{64}$/);
    expect(await call('ListVirtualMFADevices')).toEqual({
      VirtualMFADevices: [{ SerialNumber }],
      IsTruncated: false,
    });
  });

  test('has a QR code that is a picture, square, and has three finder patterns', async () => {
    const { device } = await withDevice();
    const png = Buffer.from(device.QRCodePNG);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const width = png.readUInt32BE(16);
    expect(png.readUInt32BE(20)).toBe(width);
    const data = png.indexOf('IDAT') + 4;
    const rows = inflateSync(png.subarray(data, data + png.readUInt32BE(data - 8)));
    const stride = 1 + Math.ceil(width / 8);
    expect(rows.length).toBe(stride * width);
    const isBlack = (x: number, y: number) =>
      ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
    const [near, far] = [4 * 4, width - 4 * 4 - 1];
    expect([isBlack(0, 0), isBlack(near, near), isBlack(far, near), isBlack(near, far)]).toEqual([
      ...[false, true, true, true],
    ]);
  });

  test('is enabled with two codes in a row, and serves one user', async () => {
    const { call, refused, codes, enable } = await withDevice();
    const wrong = {
      code: 'InvalidAuthenticationCodeException',
      message: 'Authentication code for device is not valid.',
      status: 403,
    };
    const { AuthenticationCode1, AuthenticationCode2 } = codes();
    const twice = { AuthenticationCode1, AuthenticationCode2: AuthenticationCode1 };
    const swapped = { AuthenticationCode1: AuthenticationCode2, AuthenticationCode2: AuthenticationCode1 };
    for (const pair of [twice, swapped, codes(40)])
      expect(await refused('EnableMFADevice', { UserName, SerialNumber, ...pair })).toEqual(wrong);
    await enable();
    expect(await call('ListMFADevices', { UserName })).toEqual({
      MFADevices: [{ UserName, SerialNumber, EnableDate: START }],
      IsTruncated: false,
    });
    expect(await call('GetMFADevice', { UserName, SerialNumber })).toEqual({
      ...{ UserName, SerialNumber },
      EnableDate: START,
    });
    expect(await call('ListVirtualMFADevices', { AssignmentStatus: 'Assigned' })).toMatchObject({
      VirtualMFADevices: [{ SerialNumber, User: { UserName }, EnableDate: START }],
    });
    expect(await call('ListVirtualMFADevices', { AssignmentStatus: 'Unassigned' })).toMatchObject({
      VirtualMFADevices: [],
    });
    expect(await refused('EnableMFADevice', { UserName: 'admin', SerialNumber, ...codes() })).toEqual({
      code: 'EntityAlreadyExistsException',
      message: 'MFA Device is already in use.',
      status: 409,
    });
  });

  test('is resynchronized with two codes that were not used', async () => {
    const { call, refused, codes, enable, clock } = await withDevice();
    await enable();
    const same = { UserName, SerialNumber, ...codes() };
    expect(await refused('ResyncMFADevice', same)).toMatchObject({
      code: 'InvalidAuthenticationCodeException',
    });
    clock.elapse(2 * STEP);
    await call('ResyncMFADevice', { UserName, SerialNumber, ...codes() });
    expect(await refused('ResyncMFADevice', { UserName: 'admin', SerialNumber, ...codes() })).toMatchObject({
      message: 'MFA Device invalid for user.',
    });
  });

  test('is deleted after it was deactivated, as its user is', async () => {
    const { call, refused, enable } = await withDevice();
    await enable();
    expect(await refused('DeleteVirtualMFADevice', { SerialNumber })).toEqual({
      code: 'DeleteConflictException',
      message: 'MFA VirtualDevice in use. Must deactivate first.',
      status: 409,
    });
    const keys = (await call('ListAccessKeys', { UserName })) as unknown as {
      AccessKeyMetadata: { AccessKeyId: string }[];
    };
    await call('DeleteAccessKey', { UserName, AccessKeyId: keys.AccessKeyMetadata[0]?.AccessKeyId });
    expect(await refused('DeleteUser', { UserName })).toMatchObject({
      message: 'Cannot delete entity, must delete MFA device first.',
    });
    await call('DeactivateMFADevice', { UserName, SerialNumber });
    expect(await refused('DeactivateMFADevice', { UserName, SerialNumber })).toMatchObject({
      message: 'MFA Device invalid for user.',
    });
    await call('DeleteVirtualMFADevice', { SerialNumber });
    await call('DeleteUser', { UserName });
    expect(await refused('DeleteVirtualMFADevice', { SerialNumber })).toMatchObject({
      message: `VirtualMFADevice with serial number ${SerialNumber} doesn't exist.`,
    });
  });

  test('has a name of its own', async () => {
    const { refused } = await withDevice();
    expect(await refused('CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone' })).toEqual({
      code: 'EntityAlreadyExistsException',
      message: 'MFADevice entity at the same path and name already exists.',
      status: 409,
    });
  });
});
