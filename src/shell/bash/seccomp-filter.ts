/**
 * Numbers of the system calls that no command of a page needs and that reach deep into the kernel or into other
 * processes, by machine: Linux, `arch/x86/entry/syscalls/syscall_64.tbl` and `include/uapi/asm-generic/unistd.h`.
 */
const REFUSED = {
  x64: {
    audit: 0xc000003e,
    // ptrace, process_vm_readv/writev; mount, umount2, pivot_root, chroot, the newer mount calls; swapon, swapoff,
    // reboot, kernel modules, kexec; bpf, perf_event_open, userfaultfd; keys; unshare, setns; file handles; clocks, ...
    calls: [
      ...[101, 310, 311, 165, 166, 155, 161, 428, 429, 430, 431, 432, 433, 442, 167, 168, 169, 175, 176, 313],
      ...[
        246, 320, 321, 298, 323, 248, 249, 250, 272, 308, 303, 304, 153, 159, 163, 164, 172, 173, 179, 227,
        103,
      ],
    ],
    // memfd_create, shmget, msgget: memory that no process seems to hold
    absent: [319, 29, 68],
    clone: 56,
    socket: 41,
    ioctl: 16,
  },
  arm64: {
    audit: 0xc00000b7,
    calls: [
      ...[
        117, 270, 271, 40, 39, 41, 51, 428, 429, 430, 431, 432, 433, 442, 224, 225, 142, 105, 106, 273, 104,
      ],
      ...[294, 280, 241, 282, 217, 218, 219, 97, 268, 264, 265, 58, 171, 89, 170, 60, 112, 116],
    ],
    absent: [279, 194, 186],
    clone: 220,
    socket: 198,
    ioctl: 29,
  },
} as const;

/**
 * clone3 hides its flags from a filter, io_uring its calls; memfd_secret makes memory that no process seems to hold. Programs
 * fall back where these do not exist.
 */
const ABSENT = [435, 425, 426, 427, 447];
const CLONE_NEWUSER = 0x10000000;
/** Requests that type into a terminal: TIOCSTI and TIOCLINUX. */
const TERMINAL_INPUT = [0x5412, 0x541c];
/**
 * AF_UNIX, AF_INET, AF_INET6, AF_NETLINK. Others, such as AF_VSOCK, which leads from a virtual machine to its host, know no
 * network namespace.
 */
const FAMILIES = [1, 2, 10, 16];
/** From here on x86-64 numbers belong to the x32 machine, under other numbers. */
const X32 = 0x40000000;

const ALLOW = 0x7fff0000;
const errno = (number: number): number => 0x00050000 | number;
const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;
const KILL = 0x80000000;

/** Offsets in `struct seccomp_data`: the call's number, the machine, the low words of the first two arguments. */
const NUMBER = 0;
const MACHINE = 4;
const FIRST = 16;
const SECOND = 24;

type Instruction = readonly [code: number, jumpTrue: number, jumpFalse: number, value: number];
const load = (offset: number): Instruction => [0x20, 0, 0, offset];
const give = (result: number): Instruction => [0x06, 0, 0, result];
/** Skips `skipped` instructions unless the loaded value is as asked. */
const unless = {
  equal: (value: number, skipped: number): Instruction => [0x15, 0, skipped, value],
  atLeast: (value: number, skipped: number): Instruction => [0x35, 0, skipped, value],
  anyOf: (bits: number, skipped: number): Instruction => [0x45, 0, skipped, bits],
};
const refuse = (number: number, error: number): Instruction[] => [
  unless.equal(number, 1),
  give(errno(error)),
];

/**
 * Makes a seccomp program for bubblewrap's `--seccomp`: 8 bytes an instruction, little-endian.
 *
 * @returns undefined for machines whose system calls have no table here.
 */
export function seccompFilter(machine: string): Uint8Array | undefined {
  if (machine !== 'x64' && machine !== 'arm64') return undefined;
  const { audit, calls, absent, clone, socket, ioctl } = REFUSED[machine];
  const program: Instruction[] = [
    load(MACHINE),
    [0x15, 1, 0, audit],
    give(KILL),
    load(NUMBER),
    ...(machine === 'x64' ? [unless.atLeast(X32, 1), give(errno(ENOSYS))] : []),
    ...[...ABSENT, ...absent].flatMap((number) => refuse(number, ENOSYS)),
    ...calls.flatMap((number) => refuse(number, EPERM)),
    unless.equal(clone, 4),
    load(FIRST),
    unless.anyOf(CLONE_NEWUSER, 1),
    give(errno(EPERM)),
    give(ALLOW),
    unless.equal(socket, 2 * FAMILIES.length + 2),
    load(FIRST),
    ...FAMILIES.flatMap((family) => [unless.equal(family, 1), give(ALLOW)]),
    give(errno(EAFNOSUPPORT)),
    unless.equal(ioctl, 5),
    load(SECOND),
    ...TERMINAL_INPUT.flatMap((request) => refuse(request, EPERM)),
    give(ALLOW),
  ];
  const bytes = new DataView(new ArrayBuffer(program.length * 8));
  program.forEach(([code, jumpTrue, jumpFalse, value], index) => {
    bytes.setUint16(index * 8, code, true);
    bytes.setUint8(index * 8 + 2, jumpTrue);
    bytes.setUint8(index * 8 + 3, jumpFalse);
    bytes.setUint32(index * 8 + 4, value >>> 0, true);
  });
  return new Uint8Array(bytes.buffer);
}
