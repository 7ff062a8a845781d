import { Secret, TOTP } from 'otpauth';
import type { MfaDevice } from '../state/index.ts';

const STEP_MS = 30_000;

/** The six digits of a device at a moment: TOTP with HMAC-SHA-1, six digits, 30 seconds (RFC 6238). */
export function codeAt(seed: string, time: Date): string {
  const totp = new TOTP({ secret: Secret.fromBase32(seed), algorithm: 'SHA1', digits: 6, period: 30 });
  return totp.generate({ timestamp: time.getTime() });
}

/**
 * Takes a code that the device shows now, or showed or will show one step away (RFC 6238, 5.2). A code is taken
 * once: "If you submit your request immediately after generating an authentication code, wait for the next code"
 * (IAM User Guide). False leaves the device as it was.
 */
export function spendCode(device: MfaDevice, code: string, now: Date): boolean {
  const step = stepOf(now);
  const found = [step - 1, step, step + 1].find(
    (candidate) => candidate > (device.lastStep ?? -1) && shows(device, candidate, code),
  );
  if (found === undefined) return false;
  device.lastStep = found;
  return true;
}

/** Takes two codes in a row, the second at most one step from now: what enabling and resynchronizing ask for. */
export function spendTwoCodes(device: MfaDevice, first: string, second: string, now: Date): boolean {
  const step = stepOf(now);
  // The reader types the first code, waits for the next and types that: the pair may lie a few steps back.
  const found = Array.from({ length: REACH }, (_, back) => step + 1 - back).find(
    (candidate) =>
      candidate > (device.lastStep ?? -1) &&
      shows(device, candidate - 1, first) &&
      shows(device, candidate, second),
  );
  if (found === undefined) return false;
  device.lastStep = found;
  return true;
}

/** How many steps back the second of two codes may lie: our choice, AWS documents none. */
const REACH = 10;

function shows(device: MfaDevice, step: number, code: string): boolean {
  return codeAt(device.seed, new Date(step * STEP_MS)) === code;
}

function stepOf(time: Date): number {
  return Math.floor(time.getTime() / STEP_MS);
}
