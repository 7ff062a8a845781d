import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makePipes, OutputStream } from '../../../src/shell/bash/output-stream.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'streams-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('pipes can be opened by their owner alone, and hold what was written before the marker', async () => {
  const path = join(folder, 'stdout');
  await makePipes([path]);
  expect(statSync(path).isFIFO()).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const stream = new OutputStream(path);
  writeFileSync(path, `手順\n${stream.marker}later`);
  expect(await stream.end()).toBe('手順\n');
  expect(existsSync(path)).toBe(false);
});

test('a signal of the terminal does not end their making: it is in another process group', async () => {
  const fake = join(folder, 'mkfifo');
  writeFileSync(fake, `#!/bin/bash\nps -o pgid= -p $$ > ${folder}/group\nexec /usr/bin/mkfifo "$@"\n`);
  chmodSync(fake, 0o700);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  await makePipes([join(folder, 'stdout')]);
  const own = execFileSync('ps', ['-o', 'pgid=', '-p', String(process.pid)], { encoding: 'utf8' });
  expect(readFileSync(join(folder, 'group'), 'utf8').trim()).not.toBe(own.trim());
});

test('their making begins again where a signal for the group struck it before it was in its own', async () => {
  const fake = join(folder, 'mkfifo');
  const path = join(folder, 'stdout');
  writeFileSync(
    fake,
    `#!/bin/bash\n[ -e ${folder}/struck ] && exec /usr/bin/mkfifo "$@"\ntouch ${folder}/struck ${path}\nkill -TERM $$\n`,
  );
  chmodSync(fake, 0o700);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  await makePipes([path]);
  expect(statSync(path).isFIFO()).toBe(true);
});

test('a pipe that cannot be made is said with the reason of the system', async () => {
  await expect(makePipes([join(folder, 'none/stdout')])).rejects.toThrow(
    /mkfifo failed \(1\): .*No such file or directory/,
  );
});

test('nothing but a pipe is opened', () => {
  const path = join(folder, 'file');
  writeFileSync(path, '');
  expect(() => new OutputStream(path)).toThrow(`${path} is not a pipe`);
});
