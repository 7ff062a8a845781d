import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { hostSite } from './hosted.ts';

const COURSE = 'sts-session-token';

describe('a course on its overview, in Chromium', () => {
  const site = hostSite();
  let context: BrowserContext | undefined;
  afterEach(() => context?.close());

  const open = async (path: string): Promise<Page> => {
    context = await site.browser.newContext({ locale: path.startsWith('/en') ? 'en-US' : 'ja-JP' });
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    await page.goto(site.origin + path);
    return page;
  };
  const keeping = (page: Page) => page.locator('[data-keep-offline]');
  /** Paths in all caches that belong to a course and nothing else. */
  const kept = (page: Page) =>
    page.evaluate(async (course) => {
      const paths: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
      return paths.filter((path) => path.includes(course) && !/offline\/[^/]+$/.test(path));
    }, COURSE);

  it.each([
    [
      '',
      'このハンズオンは、オフラインでも使えます。',
      'この端末から削除',
      'このハンズオンをオフライン用に保存',
    ],
    ['/en', 'This course works offline.', 'Remove from this device', 'Keep this course offline'],
  ])(
    'is kept when it is opened, let go, and kept again for who asks (%s/)',
    async (prefix, works, remove, keep) => {
      const page = await open(`${prefix}/docs/${COURSE}`);
      await keeping(page).getByText(works).waitFor();
      await keeping(page).getByRole('button', { name: remove }).click();
      await keeping(page).getByRole('button', { name: keep }).waitFor();
      await expect.poll(() => kept(page)).toEqual([]);
      // It stays so at the next visit, which a page of the site decides once all is loaded.
      await page.goto(`${site.origin}${prefix}/docs`);
      await page.goto(`${site.origin}${prefix}/docs/${COURSE}`, { waitUntil: 'networkidle' });
      await keeping(page).getByRole('button', { name: keep }).click();
      await keeping(page).getByText(works).waitFor();

      await context?.setOffline(true);
      await page.goto(`${site.origin}${prefix}/docs/${COURSE}/get-session-token`);
      await page.locator('[data-step-run] button').first().click();
      await page.locator('[data-step-run][data-status=passed]').first().waitFor();
      await page.goto(`${site.origin}${prefix}/docs/${COURSE}`);
      await keeping(page).getByText(works).waitFor();
      // Nothing that another visit would bring can be had now.
      await keeping(page).getByRole('button', { name: remove }).click();
      await keeping(page).getByRole('button', { name: keep }).click();
      await keeping(page).getByRole('button', { name: keep }).waitFor();
      expect(await kept(page)).not.toContain(`${prefix}/docs/${COURSE}/get-session-token`);
    },
  );

  it('is kept for readers who save data only when they ask', async () => {
    context = await site.browser.newContext({ locale: 'en-US' });
    await context.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } }),
    );
    const page = await context.newPage();
    await page.goto(`${site.origin}/en/docs/${COURSE}`, { waitUntil: 'networkidle' });
    const button = keeping(page).getByRole('button', { name: 'Keep this course offline' });
    await button.waitFor();
    expect(await kept(page)).toEqual([]);
    await button.click();
    await keeping(page).getByText('This course works offline.').waitFor({ timeout: 120_000 });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.goto(`${site.origin}/en/docs/${COURSE}/clean-up`);
    await page.locator('[data-step-run]').first().waitFor();
  });
});
