import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type OpenedBash, openBash } from '../bash.ts';
import { confinedOnly, isConfinable, skipsConfined } from '../bubblewrap.ts';

/** Waits for what must come about soon, however busy the machine is. */
async function eventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 1_000; tries++) await delay(10);
  expect(holds()).toBe(true);
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

describe('what a script started', () => {
  let shell: OpenedBash;
  beforeEach(async () => {
    shell = await openBash();
  });
  afterEach(() => shell.close());

  const start = async (command: string): Promise<number> => {
    await shell.run(`${command} & echo $! > pid`);
    return Number((await shell.run('cat pid')).stdout);
  };

  test('ends with the session, though it ignores signals', async () => {
    const pid = await start(`bash -c 'trap "" HUP INT TERM; sleep 1000; sleep 1000'`);
    expect(isAlive(pid)).toBe(true);
    await shell.close();
    expect(isAlive(pid)).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')('ends with it, though it left the group', async () => {
    await shell.run(`setsid bash -c 'echo $$ > left; exec sleep 1000' > /dev/null 2>&1 &`);
    let pid = 0;
    for (let tries = 0; pid === 0 && tries < 500; tries++)
      pid = Number((await shell.run('sleep 0.01; cat left 2> /dev/null')).stdout);
    expect(isAlive(pid)).toBe(true);
    await shell.close();
    await eventually(() => !isAlive(pid));
  });

  test('ends when its run is stopped', async () => {
    const script = 'sleep 1000 & echo $! > pid; sleep 1000 | cat';
    expect((await shell.run(script, { timeoutMs: 200 })).stopped).toMatch('200 ms');
    const pid = Number((await shell.run('cat pid')).stdout);
    expect(isAlive(pid)).toBe(false);
  });

  test('and the folder are gone after the end', async () => {
    await shell.close();
    expect(existsSync(shell.folder.path)).toBe(false);
  });
});

describe('a run', () => {
  let shell: OpenedBash;
  beforeEach(async () => {
    shell = await openBash();
  });
  afterEach(() => shell.close());

  test('may kill its own shell', async () => {
    expect(await shell.run('echo before; kill -9 $$')).toEqual({
      stdout: 'before\n',
      stderr: '',
      exitCode: 137,
      ended: true,
    });
    expect((await shell.run('echo after')).stdout).toBe('after\n');
  });

  test('of a program that dies by a signal says so as a terminal does', async () => {
    expect(await shell.run("sh -c 'kill -KILL $$'")).toEqual({
      stdout: '',
      stderr: 'Killed\n',
      exitCode: 137,
    });
  });

  test('that prints without end is stopped', async () => {
    const output = await shell.run('echo begin; yes', { timeoutMs: 60_000 });
    expect(output.stopped).toMatch('without end');
    expect(output.stdout.slice(0, 8)).toBe('begin\ny\n');
    expect((await shell.run('echo after')).stdout).toBe('after\n');
  });

  test('cannot upset the lines after it', async () => {
    for (const script of ['echo \'"', 'cat <<X\n$(', '}', '\\', 'echo `', '$((', 'case x in', "'; exit; '"])
      await shell.run(script);
    expect((await shell.run('echo fine')).stdout).toBe('fine\n');
  });

  test('cannot speak for its shell', async () => {
    const output = await shell.run(`printf '1 0\\0' >&97; (exit 3)`);
    expect(output).toEqual({ stdout: '', stderr: 'bash: 97: Bad file descriptor\n', exitCode: 3 });
  });

  test('whose home was removed is followed by another', async () => {
    await shell.run('X=1; rm -rf ~ 2> /dev/null');
    expect((await shell.run('echo $X')).stdout).toBe('1\n');
  });

  test('with traps, functions and aliases in the way of the driver still ends', async () => {
    const names = ['builtin', 'printf', 'eval', 'declare', 'export', 'echo'];
    await shell.run(names.map((name) => `alias ${name}=false`).join('; '));
    await shell.run('trap "echo trapped >&2" DEBUG; set -x; set -f; IFS=0123456789');
    const output = await shell.run('command true; (exit 4)', { timeoutMs: 20_000 });
    expect(output.exitCode).toBe(4);
    expect(output.stopped).toBeUndefined();
  });
});

/** A server that says one thing. @returns its port */
async function listen(at: number | string, says: string): Promise<number> {
  const server = createServer((client) => void client.end(says));
  onTestFinished(() => void server.close());
  const isThere = once(server, 'listening');
  if (typeof at === 'number') server.listen(at, '127.0.0.1');
  else server.listen(at);
  await isThere;
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

describe.skipIf(skipsConfined)(confinedOnly('bubblewrap'), () => {
  test('lets a script write to its home and a /tmp of its own, and nowhere else', async () => {
    const shell = await openBash({});
    const { stdout, stderr } = await shell.run(
      'for place in ~ /tmp /etc /usr /var/tmp /home /root /; do touch $place/tejun-was-here && echo $place; done; ls /tmp/tejun-was-here',
    );
    await shell.close();
    expect(stdout).toBe('/home/ec2-user\n/tmp\n/tmp/tejun-was-here\n');
    expect(stderr.split('\n').filter(Boolean)).toHaveLength(6);
    expect(existsSync('/tmp/tejun-was-here')).toBe(false);
  });

  test('shows no process but those of the session, and the user that pages know', async () => {
    const shell = await openBash({});
    const { stdout } = await shell.run('whoami; id -u; ls -d /proc/[0-9]* | wc -l; stat -c %U .');
    await shell.close();
    const [user, id, processes, owner] = stdout.split('\n');
    expect([user, id, owner]).toEqual(['ec2-user', '1000', 'ec2-user']);
    expect(Number(processes)).toBeLessThan(10);
  });

  test('leaves the gateway as the only way out', async () => {
    const place = await mkdtemp(join(tmpdir(), 'tejun-gateway-'));
    onTestFinished(() => rm(place, { recursive: true }));
    const socket = join(place, 'socket');
    const port = await listen(0, 'the machine');
    await listen(socket, 'the sandbox');
    const shell = await openBash({ gateway: { port: 4599, socket } });
    const ask = (at: number) => shell.run(`cat < /dev/tcp/127.0.0.1/${at}`);
    const [gateway, machine] = [await ask(4599), await ask(port)];
    const run = await shell.run('ls /run; cut -d: -f1 /proc/net/dev | tail -n +3');
    await shell.close();
    expect(gateway).toEqual({ stdout: 'the sandbox', stderr: '', exitCode: 0 });
    expect(machine).toMatchObject({ stdout: '', exitCode: 1 });
    expect(run.stdout.trim().split(/\s+/)).toEqual(['lo']);
  });

  test('lets nothing outlive the session', async () => {
    const shell = await openBash({});
    const marker = `0.${process.pid}77`;
    await shell.run(`setsid nohup sh -c 'while :; do sleep ${marker}; done' > /dev/null 2>&1 &`);
    await shell.run('sleep 0.1');
    await shell.close();
    await eventually(() => !processesNamed(`sleep ${marker}`));
  });
});

function processesNamed(text: string): boolean {
  return readdirSync('/proc').some((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(text);
    } catch {
      return false;
    }
  });
}

describe.skipIf(process.platform !== 'linux')('a runner that is killed', () => {
  test.each(isConfinable ? ['plain', 'confined'] : ['plain'])('leaves nothing behind: %s', async (kind) => {
    const script = fileURLToPath(new URL('../killed-runner.ts', import.meta.url));
    const runner = spawn(process.execPath, ['--import', 'tsx', script, kind], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(runner.stdout, 'data');
    const { folder, marker } = JSON.parse(String(line));
    expect(existsSync(folder)).toBe(true);
    await eventually(() => processesNamed(`sleep ${marker}`));
    runner.kill('SIGKILL');
    await eventually(() => !existsSync(folder));
    await eventually(() => !processesNamed(`sleep ${marker}`));
  });
});

test('a turn whose pipes cannot be made keeps neither the next one nor the end of the session', async () => {
  const shell = await openBash();
  const { path, streams } = shell.folder;
  await rename(streams, `${streams}-away`);
  await expect(shell.run('echo a')).rejects.toThrow(/mkfifo failed/);
  await rename(`${streams}-away`, streams);
  expect((await shell.run('echo b')).stdout).toBe('b\n');
  await rename(streams, `${streams}-away`);
  await expect(shell.run('echo c')).rejects.toThrow(/mkfifo failed/);
  await shell.close();
  expect(existsSync(path)).toBe(false);
});
