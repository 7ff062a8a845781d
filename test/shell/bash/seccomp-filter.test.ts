import { describe, expect, test } from 'vitest';
import { seccompFilter } from '../../../src/shell/bash/seccomp-filter.ts';

const ALLOW = 0x7fff0000;
const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const EAFNOSUPPORT = 0x00050061;
const KILL = 0x80000000;
const X64 = 0xc000003e;

/** Runs a filter as the kernel does, for the five instructions that it uses. */
function run(
  program: Uint8Array,
  call: { number: number; machine?: number; args?: [number, number] },
): number {
  const bytes = new DataView(program.buffer);
  const data: Record<number, number> = {
    0: call.number,
    4: call.machine ?? X64,
    16: call.args?.[0] ?? 0,
    24: call.args?.[1] ?? 0,
  };
  let value = 0;
  for (let index = 0; index * 8 < program.length; index++) {
    const at = index * 8;
    const [code, yes, no, operand] = [
      bytes.getUint16(at, true),
      bytes.getUint8(at + 2),
      bytes.getUint8(at + 3),
      bytes.getUint32(at + 4, true),
    ];
    if (code === 0x20) value = data[operand] ?? 0;
    else if (code === 0x06) return operand;
    else {
      const holds =
        code === 0x15 ? value === operand : code === 0x35 ? value >= operand : (value & operand) !== 0;
      index += holds ? yes : no;
    }
  }
  throw new Error('the filter has no end');
}

describe('the filter of system calls', () => {
  const filter = seccompFilter('x64');
  if (!filter) throw new Error('x64 has a filter');

  test.each([
    ['read', 0, ALLOW],
    ['execve', 59, ALLOW],
    ['ptrace', 101, EPERM],
    ['mount', 165, EPERM],
    ['unshare', 272, EPERM],
    ['bpf', 321, EPERM],
    ['keyctl', 250, EPERM],
    ['clone3', 435, ENOSYS],
    ['io_uring_setup', 425, ENOSYS],
    ['memfd_create', 319, ENOSYS],
    ['shmget', 29, ENOSYS],
    ['msgget', 68, ENOSYS],
    ['a call of the x32 machine', 0x40000000, ENOSYS],
  ])('%s', (_name, number, verdict) => {
    expect(run(filter, { number })).toBe(verdict);
  });

  test('clone is allowed but for a user namespace', () => {
    expect(run(filter, { number: 56, args: [0x1200011, 0] })).toBe(ALLOW);
    expect(run(filter, { number: 56, args: [0x10000011, 0] })).toBe(EPERM);
  });

  test.each([
    ['AF_UNIX', 1, ALLOW],
    ['AF_INET', 2, ALLOW],
    ['AF_INET6', 10, ALLOW],
    ['AF_NETLINK', 16, ALLOW],
    ['AF_PACKET', 17, EAFNOSUPPORT],
    ['AF_ALG', 38, EAFNOSUPPORT],
    ['AF_VSOCK', 40, EAFNOSUPPORT],
  ])('a socket of %s', (_name, family, verdict) => {
    expect(run(filter, { number: 41, args: [family, 1] })).toBe(verdict);
  });

  test('ioctl is allowed but for typing into a terminal', () => {
    expect(run(filter, { number: 16, args: [0, 0x5401] })).toBe(ALLOW);
    expect(run(filter, { number: 16, args: [0, 0x5412] })).toBe(EPERM);
    expect(run(filter, { number: 16, args: [0, 0x541c] })).toBe(EPERM);
  });

  test('a call of another machine ends the process', () => {
    expect(run(filter, { number: 0, machine: 0x40000003 })).toBe(KILL);
  });

  test('machines without a table have none', () => {
    expect(seccompFilter('riscv64')).toBeUndefined();
  });
});
