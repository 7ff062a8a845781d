import { describe, expect, test } from 'vitest';
import { openShell } from '../simulated.ts';

describe('/dev/urandom', () => {
  const NAME = `echo "demo-$(cat /dev/urandom | tr -dc 'a-f0-9' | fold -w 12 | head -n 1)"`;

  test('makes names, another one each time, and the same ones in another run', async () => {
    const [one, two] = [openShell(), openShell()];
    const names = (await one.run(`${NAME}; ${NAME}`)).stdout.trim().split('\n');
    for (const name of names) expect(name).toMatch(/^demo-[a-f0-9]{12}$/);
    expect(new Set(names).size).toBe(2);
    expect((await two.run(`${NAME}; ${NAME}`)).stdout.trim().split('\n')).toEqual(names);
  });

  test.each([
    ['head -c 16 /dev/urandom | base64 | wc -c', '25\n'],
    ['head -c 1000 /dev/zero | wc -c', '1000\n'],
    ['head -c 3000000 /dev/zero > big; wc -c < big', '3000000\n'],
    ['head -c 2M /dev/urandom > big; wc -c < big', '2097152\n'],
    ['LC_ALL=C tr -dc A-Za-z0-9 < /dev/urandom | head -c 20 | wc -c', '20\n'],
  ])('%s', async (script, printed) => {
    expect(await openShell().run(script)).toEqual({ stdout: printed, stderr: '', exitCode: 0 });
  });
});
