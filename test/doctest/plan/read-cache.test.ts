import { expect, onTestFinished, test } from 'vitest';
import { createReadCache } from '../../../src/doctest/plan/read-cache.ts';
import { type Language, setLanguage } from '../../../src/language/index.ts';
import type { ParseCache } from '../../../src/project/index.ts';

const where = { id: 'c/p', file: 'docs/c/p.mdx', locale: 'ja' };
const page = '```bash command\nls\n```\n';

/** A disk that counts what is asked of it. */
function disk() {
  const kept = new Map<string, unknown>();
  const cache: ParseCache = {
    find: (file, text) => kept.get(`${file}\n${text}`),
    keep: (file, text, result) => void kept.set(`${file}\n${text}`, result),
    sweep: () => kept.clear(),
  };
  return { kept, cache };
}

test('a page that has not changed is not parsed again', async () => {
  const { page: read } = createReadCache();
  const first = await read(page, where);
  expect(await read(page, where)).toBe(first);
  expect(await read(`${page}\n`, where)).not.toBe(first);
});

test('the disk keeps what was parsed, apart for each treatment of fences without a role', async () => {
  const { kept, cache } = disk();
  await createReadCache({ disk: cache }).page('```bash\nls\n```\n', where);
  const ignored = await createReadCache({ disk: cache, onUnmarkedFence: 'ignore' }).page(
    '```bash\nls\n```\n',
    where,
  );
  expect(kept.size).toBe(2);
  expect(ignored.problems).toEqual([]);
});

test('what the disk has is believed', async () => {
  const { kept, cache } = disk();
  kept.set(`en:docs/_account.yaml\nx`, ['known']);
  expect(await createReadCache({ disk: cache }).account('x', 'docs/_account.yaml')).toEqual(['known']);
});

test('problems are kept in the language in which they were told', async () => {
  const { cache } = disk();
  const messageIn = async (language: Language) => {
    await setLanguage(language);
    return (await createReadCache({ disk: cache }).page('```bash\nls\n```\n', where)).problems[0]?.message;
  };
  onTestFinished(() => setLanguage('en'));
  expect(await messageIn('en')).toBe('This bash fence does not say what it is for.');
  expect(await messageIn('ja')).toBe('bashのコードブロックに、役割がありません。');
});

test('pages are packed for a run that holds them, and given as they are to what reads them at once', async () => {
  const isPacked = async (packs: boolean): Promise<boolean> => {
    const { page: parsed = {} } = await createReadCache({ packs }).page(page, where);
    return Object.getOwnPropertyDescriptor(parsed, 'steps')?.get !== undefined;
  };
  expect([await isPacked(true), await isPacked(false)]).toEqual([true, false]);
});
