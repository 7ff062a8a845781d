import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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

  test('cannot hang the host with a pipe in place of its output or its state', async () => {
    const shell = await openBash({});
    onTestFinished(() => shell.close());
    await shell.run('out=$(readlink /proc/$$/fd/1); rm -f "$out"; mkfifo "$out"');
    const control = shell.folder.control;
    await shell.run(`rm -rf ${control}/*; for n in 2 3 4 5; do mkfifo ${control}/known-$n; done`, {
      timeoutMs: 2_000,
    });
    expect((await shell.run('echo still here')).stdout).toBe('still here\n');
  });

  test('cannot write through its state folder to the host', async () => {
    const folder = await hostFolder();
    const shell = await openBash({});
    onTestFinished(() => shell.close());
    await shell.run(`for n in 1 2 3; do ln -s ${folder}/secret ${shell.folder.control}/known-$n; done`);
    await shell.run('echo x');
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(SECRET);
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

  test('still has the programs of a procedure', async () => {
    const { stdout, stderr } = await confinedRun(
      'echo a > f; sed s/a/b/ f | tee /dev/stderr | sort > /dev/stdout; date +%Y >/dev/null; python3 -c "print(1)"',
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'b\n1\n', stderr: 'b\n' });
  });
});
