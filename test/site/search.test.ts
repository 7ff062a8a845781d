import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';

describe('a hit of the search in Chromium', () => {
  const read = readingsOf(hostSite());

  it.each([
    ['ja', '/docs', '有効期限', 1280],
    ['en', '/en/docs', 'expires', 1280],
    ['en', '/en/docs', 'ListAllMyBuckets', 390],
  ])('is marked in the page that it leads to (%s, %s, %s, %i)', async (_, path, word, width) => {
    const { page } = await read(path, { width });
    const box = page.locator('.navbar input');
    await box.click();
    await box.pressSequentially(word);
    await page.locator('.navbar [role=listbox] [role=option]').first().click();
    await page.waitForURL(/_highlight=/);
    const found = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('tejun-found') ?? [])].map((range) => String(range).toLowerCase()),
      );
    await expect.poll(async () => new Set(await found())).toEqual(new Set([word.toLowerCase()]));
    // The page itself is as it was: what React has made is not taken apart.
    expect(await page.locator('article mark').count()).toBe(0);
  });
});
