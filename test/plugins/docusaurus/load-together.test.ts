import { afterEach, expect, test, vi } from 'vitest';
import { loadTogether } from '../../../plugins/docusaurus/load-together.ts';

afterEach(() => void vi.unstubAllEnvs());

test('loads that are asked for at once are one, of what is there then', async () => {
  let text = 'emptied';
  const load = vi.fn(() => text);
  const together = loadTogether(load);
  const loads = [together(), together()];
  text = 'written';
  expect(await Promise.all(loads)).toEqual(['written', 'written']);
  expect(load).toHaveBeenCalledTimes(1);
});

test('a later load is another, also after one that failed', async () => {
  const load = vi
    .fn(() => 'read')
    .mockImplementationOnce(() => {
      throw new Error('no such page');
    });
  const together = loadTogether(load);
  await expect(together()).rejects.toThrow('no such page');
  expect(await together()).toBe('read');
  expect(load).toHaveBeenCalledTimes(2);
});

test('a build does not wait', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const load = vi.fn(() => 'read');
  const together = loadTogether(load);
  const loading = together();
  expect(load).toHaveBeenCalledTimes(1);
  expect(await loading).toBe('read');
});
