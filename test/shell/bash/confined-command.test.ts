import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { countsThreads } from '../../../src/shell/bash/confined-command.ts';
import { openBash } from '../bash.ts';
import { confinedOnly, skipsConfined } from '../bubblewrap.ts';

const SECRET = 'SECRET_OF_THE_HOST';

/** A folder on the host outside /tmp, where the machine allows one, with a file that no page may read. */
async function hostFolder(parent = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'host-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'secret'), SECRET);
  return folder;
}

async function confinedRun(script: string, timeoutMs = 10_000) {
  const shell = await openBash({});
  onTestFinished(() => shell.close());
  return shell.run(script, { timeoutMs });
}

test.each([
  ['5.13.9-generic', false],
  ['5.14.0', true],
  ['4.18.0-553.el8_10', false],
  ['6.1.0-rc1', true],
])('the kernel %s counts the threads of a confinement apart: %s', (release, counts) => {
  expect(countsThreads(release)).toBe(counts);
});

describe.skipIf(skipsConfined)(confinedOnly('a hostile script'), () => {
  test.each([tmpdir(), '/var/tmp', homedir()])('does not read files of the host in %s', async (parent) => {
    const folder = await hostFolder(parent);
    const { stdout, stderr } = await confinedRun(`cat ${folder}/secret; ls -A ${parent}; cat /etc/shadow`);
    expect(stdout).not.toContain('host-');
    expect(stdout + stderr).not.toContain(SECRET);
    expect(stderr).toContain('/etc/shadow: No such file or directory');
  });

  test('cannot make the host read another file in place of its output', async () => {
    const folder = await hostFolder();
    const { stdout, stderr } = await confinedRun(
      `for fd in 1 2; do out=$(readlink /proc/$$/fd/$fd); rm -f "$out"; ln -s ${folder}/secret "$out"; done; echo done`,
    );
    expect(stdout).toBe('done\n');
    expect(stdout + stderr).not.toContain(SECRET);
  });

  test('cannot hang the host with a pipe in place of its output', async () => {
    const shell = await openBash({});
    onTestFinished(() => shell.close());
    await shell.run('out=$(readlink /proc/$$/fd/1); rm -f "$out"; mkfifo "$out"');
    expect((await shell.run('echo still here')).stdout).toBe('still here\n');
  });

  test('writes nowhere but in its home and in memory', async () => {
    const shell = await openBash({});
    onTestFinished(() => shell.close());
    const { stdout } = await shell.run(
      "awk '$4 ~ /^rw/ { print $2 }' /proc/mounts | sort | while read p; do [ -d $p ] && echo $p; done",
    );
    expect(stdout.trim().split('\n')).toEqual(['/dev/pts', '/dev/shm', '/home/ec2-user', '/tmp']);
  });

  // Under a host's process of root, a page has no capability, but still the owner's right to write.
  test('changes no setting of the kernel', async () => {
    const { stdout, stderr } = await confinedRun(
      'find /proc -writable -not -path "/proc/[0-9]*" -exec sh -c \'for f; do : >> "$f" && echo "$f"; done\' sh {} +',
    );
    expect(stdout).toBe('');
    // Without root, folders may be closed to `find`.
    expect(stderr.replace(/^find: .*: Permission denied\n/gm, '')).toBe('');
    const own = await confinedRun(
      'cat /proc/sys/kernel/core_pattern > pattern; cat pattern > /proc/sys/kernel/core_pattern',
    );
    expect(own.exitCode).toBe(1);
  });

  test.each([
    '/etc/ssl/private',
    '/etc/pki/tls/private',
    '/usr/etc/npmrc',
    '/usr/local/etc/npmrc',
    '/usr/src/*',
  ])('sees no %s, where keys and tokens are kept', async (path) => {
    const { stdout } = await confinedRun(`ls -d ${path} 2>/dev/null`);
    expect(stdout).toBe('');
  });

  // No network namespace stands between a virtual machine and its host there.
  test('has no socket that leads to the host of a virtual machine', async () => {
    const { stderr } = await confinedRun("python3 -c 'import socket; socket.socket(socket.AF_VSOCK)'");
    expect(stderr).toContain('Address family not supported');
  });

  test('has no descriptor that its host inherited from what started it', async () => {
    const folder = await hostFolder();
    const runs = fileURLToPath(new URL('../bash.ts', import.meta.url));
    const module = `
      const { openBash } = await import(${JSON.stringify(runs)});
      const shell = await openBash({});
      console.log((await shell.run('cat <&200; cat /proc/[0-9]*/fd/200')).stdout);
      await shell.close();`;
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '-c',
        'exec 200<"$1"; shift; exec "$@"',
        'tejun',
        join(folder, 'secret'),
        ...[process.execPath, '--import', 'tsx', '--input-type=module', '--eval', module],
      ],
      { encoding: 'utf8' },
    );
    expect({ stdout, stderr }).toEqual({ stdout: '\n', stderr: '' });
  });

  test.each([
    ['memfd_create', 'c.memfd_create(b"m", 0)'],
    ['shmget', 'c.shmget(0, 4096, 0o1600)'],
    ['msgget', 'c.msgget(0, 0o1600)'],
  ])('has no memory that no process holds (%s)', async (_name, call) => {
    const { stdout } = await confinedRun(
      `python3 -c 'import ctypes; c = ctypes.CDLL(None, use_errno=True); print(${call}, ctypes.get_errno())'`,
    );
    expect(stdout).toBe('-1 38\n');
  });

  test('cannot hang the host, nor make it read another file, by what it leaves in its home', async () => {
    const folder = await hostFolder();
    const shell = await openBash({});
    onTestFinished(() => shell.close());
    await shell.run(
      `echo own > own; mkfifo pipe; ln -s ${folder}/secret link; ln -s ${folder} out; ln -s . here`,
    );
    const read = (path: string) => shell.state.readFile(path);
    expect(await read('own')).toBe('own\n');
    expect(await read('here/own')).toBe('own\n');
    for (const path of [
      'pipe',
      'link',
      'out/secret',
      `${folder}/secret`,
      '/etc/passwd',
      '/proc/self/environ',
    ])
      expect(await read(path), path).toBeUndefined();
  });

  test('does not reach a Unix socket of the host', async () => {
    const folder = await hostFolder();
    const socket = join(folder, 'agent.sock');
    let asked = 0;
    const server = createServer((client) => {
      asked += 1;
      client.end('agent');
    }).listen(socket);
    onTestFinished(() => void server.close());
    await confinedRun(
      `python3 -c 'import socket; s = socket.socket(socket.AF_UNIX); s.connect("${socket}"); print(s.recv(9))'`,
    );
    expect(asked).toBe(0);
  });

  test('sees no variable of the process that runs it', async () => {
    process.env.HOST_VARIABLE = SECRET;
    onTestFinished(() => void delete process.env.HOST_VARIABLE);
    const { stdout } = await confinedRun('cat /proc/[0-9]*/environ; env');
    expect(stdout).not.toContain(SECRET);
  });

  test.each([
    ['a user namespace', 'unshare -Ur id'],
    ['a mount', 'mount -t tmpfs none /mnt'],
    ['tracing', "python3 -c 'import ctypes; raise SystemExit(ctypes.CDLL(None).ptrace(16, 1, 0, 0) != 0)'"],
  ])('is refused %s', async (_name, command) => {
    expect((await confinedRun(command)).exitCode).not.toBe(0);
  });

  test.each([
    ['processes', 'for i in {1..3000}; do sleep 100 & done; wait', /more than 1,000 processes/],
    ['memory that one process asks for', 'python3 -c "bytearray(5 * 1024**3)"', undefined],
    [
      'memory of many processes',
      `for i in {1..100}; do python3 -c "x = bytes(10**8).replace(bytes(1), b'x'); input()" < <(sleep 100) & done; wait`,
      /MiB of memory/,
    ],
    ['bytes on the disk', 'for ((i = 0; ; i++)); do head -c 500M /dev/zero > f$i; done', /more than 4 GiB/],
    ['its variables', 'printf -v x "%070000000d" 1', /variables and functions/],
    ['files in memory', 'head -c 600M /dev/zero > /dev/shm/x', undefined],
    ['a file', 'head -c 1100M /dev/zero > ~/x', undefined],
    ['files', 'mkdir ~/m; cd ~/m; for i in {1..30}; do touch {1..10000}-$i; done', /200,000 files/],
    ['open files', 'for i in {1..1100}; do exec {fd}</dev/null || exit 1; done', undefined],
    ['files beside the devices', 'echo > /dev/x', undefined],
  ])(
    'cannot fill the machine with %s',
    async (_name, script, reason) => {
      const shell = await openBash({});
      onTestFinished(() => shell.close());
      const { exitCode, stopped } = await shell.run(`${script}; ( exit $? )`, { timeoutMs: 60_000 });
      expect(exitCode).not.toBe(0);
      if (reason) expect(stopped).toMatch(reason);
      expect((await shell.run('echo still here')).stdout).toBe('still here\n');
    },
    90_000,
  );

  test('still has the programs of a procedure', async () => {
    const { stdout, stderr } = await confinedRun(
      'echo a > f; sed s/a/b/ f | tee /dev/stderr | sort > /dev/stdout; date +%Y >/dev/null; python3 -c "print(1)"',
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'b\n1\n', stderr: 'b\n' });
  });
});
