import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { confinedOnly, skipsConfined } from '../bubblewrap.ts';

/** The kernel does not count threads of root: there the test asks for another user's. */
const AS_USER =
  process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : [];
const RUNS = fileURLToPath(new URL('../bash.ts', import.meta.url));

const isOpenToOthers = (folder: string): boolean =>
  (statSync(folder).mode & 0o5) === 0o5 && (folder === dirname(folder) || isOpenToOthers(dirname(folder)));
/** Another user must be able to read the checkout. */
const isReadable = AS_USER.length === 0 || isOpenToOthers(dirname(RUNS));
const TITLE = isReadable
  ? 'a fork bomb meets a limit of the kernel, and ends'
  : 'a fork bomb meets a limit of the kernel, and ends (not run: only root may read this checkout)';

/** Runs a fork bomb. Prints what came of it, and the most threads that the machine has had beside those of before. */
const MODULE = `
  import { readFileSync } from 'node:fs';
  const { openBash } = await import(${JSON.stringify(RUNS)});
  const threads = () => Number(/\\/(\\d+)/.exec(readFileSync('/proc/loadavg', 'utf8'))[1]);
  const before = threads();
  let most = 0;
  const looks = setInterval(() => { most = Math.max(most, threads() - before); }, 10);
  const shell = await openBash({});
  const { exitCode, stopped } = await shell.run('bomb() { bomb | bomb & }; bomb; wait; sleep 60');
  clearInterval(looks);
  const { stdout } = await shell.run('echo still here');
  await shell.close();
  console.log(JSON.stringify({ exitCode, stopped, stdout, most }));`;

test.skipIf(skipsConfined || !isReadable)(confinedOnly(TITLE), async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'bomb-'));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  await chmod(temporary, 0o777);
  const [file = '', ...args] = [...AS_USER, process.execPath, '--import', 'tsx', '--input-type=module'];
  const { stdout, stderr } = spawnSync(file, [...args, '--eval', MODULE], {
    encoding: 'utf8',
    env: { ...process.env, HOME: temporary, TMPDIR: temporary },
  });
  expect(stderr).toBe('');
  const { most, ...end } = JSON.parse(stdout);
  expect(end).toEqual({
    exitCode: 124,
    stopped: 'stopped, because it started more than 1,000 processes',
    stdout: 'still here\n',
  });
  // What other programs of the machine do meanwhile is in it.
  expect(most).toBeLessThan(5_000);
});
