import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openShell } from './simulated.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('nothing of the host is reached', () => {
  test('its environment', async () => {
    vi.stubEnv('TEJUN_HOST_SECRET', 'host-secret');
    const { stdout } = await openShell().run(
      'env; set; printenv; export -p; bash -c env; echo "$TEJUN_HOST_SECRET"',
    );
    expect(stdout).toMatch('HOME=/home/ec2-user');
    expect(stdout).not.toMatch(/TEJUN_HOST_SECRET|host-secret/);
  });

  test.each([
    '/etc/passwd',
    '/etc/hostname',
    '/proc/1/environ',
    fileURLToPath(import.meta.url),
    '/dev/../etc/passwd',
    '../../../etc/passwd',
  ])('its file %s', async (path) => {
    const output = await openShell().run(`cat ${path}`);
    expect(output.stderr).toMatch('No such file or directory');
    expect(output.stdout).toBe('');
  });

  test('by a link or by writing', async () => {
    const here = fileURLToPath(import.meta.url);
    const before = readFileSync(here, 'utf8');
    const { stdout } = await openShell().run(
      `ln -s ${here} link; cat link; mkdir -p "$(dirname ${here})"; echo overwritten > ${here}; cat ${here}`,
    );
    expect(stdout).toBe('overwritten\n');
    expect(readFileSync(here, 'utf8')).toBe(before);
  });

  test('its network', async () => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    const output = await openShell().run('wget -q localhost || curl -s http://localhost/');
    expect(output.exitCode).toBe(6);
    expect(output.stderr).toMatch(
      'wget: not in the simulated shell: it has no network; only AWS can be reached',
    );
    expect((await openShell().run('curl http://localhost/')).stderr).toBe(
      "curl: (6) Could not resolve host: localhost\ncurl: the simulated shell reaches AWS's endpoints only\n",
    );
    expect(fetched).not.toHaveBeenCalled();
  });

  test('its name, user and process', async () => {
    const { stdout } = await openShell().run(
      'hostname; whoami; id -un; uname -sn; echo "$$ $PPID $UID"; cat /proc/version',
    );
    expect(stdout).toBe(
      'localhost\nec2-user\nec2-user\nLinux localhost\n1 0 1000\nLinux version 5.15.0-generic (just-bash) #1 SMP PREEMPT\n',
    );
  });

  test('its command line', async () => {
    const { stdout } = await openShell().run('cat /proc/self/cmdline /proc/self/environ');
    expect(stdout).not.toMatch(/node|vitest/);
  });

  test('JavaScript or Python', async () => {
    const { exitCode, stdout } = await openShell().run(
      'js-exec -c "console.log(1)" || python3 -c "print(1)" || node -e 1',
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 127, stdout: '' });
  });

  test('other sessions', async () => {
    const [one, two] = [openShell(), openShell()];
    await one.run('export X=1; echo 1 > f; f() { :; }; umask 077; shopt -s nullglob');
    expect((await two.run('echo "[$X]"; ls; f 2>/dev/null || echo none; umask; shopt nullglob')).stdout).toBe(
      '[]\nnone\n0022\nnullglob\t\toff\n',
    );
  });
});
