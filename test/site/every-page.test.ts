import type { BrowserContext } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { hostSite } from './hosted.ts';
import { type Locale, locales, pageIds } from './pages.ts';
import { violations } from './violations.ts';

const prefix = (locale: Locale) => (locale === 'ja' ? '' : `/${locale}`);
const paths = (locale: Locale) =>
  [
    '/',
    '/docs',
    ...pageIds.map((id) => `/docs/${id.replace(/\/index$/, '')}`),
    '/differences',
    '/translations',
    '/search?q=token',
    '/not-there',
  ].map((path) => prefix(locale) + path);

/** Opens a page and collects what it must not do; the address that does not exist is one on purpose. */
async function watched(context: BrowserContext, origin: string) {
  const page = await context.newPage();
  // Two pages on two busy cores take longer than Playwright's 30 s to begin.
  page.setDefaultTimeout(100_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    const isExpected = /Service Worker registration blocked|status of 404/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isExpected) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      faults.push(request.url());
  });
  return { page, faults };
}

describe('in Chromium', () => {
  const site = hostSite();

  // One context: what one page has loaded is in the cache of the next.
  let shared: Promise<BrowserContext> | undefined;
  afterAll(async () => (await shared)?.close());

  it.concurrent.each(locales.flatMap(paths))(
    '%s keeps to its policy, to this site, and to what axe asks',
    async (path) => {
      shared ??= site.browser.newContext({ serviceWorkers: 'block' });
      const { page, faults } = await watched(await shared, site.origin);
      await page.goto(site.origin + path);
      await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' });
      if (path.includes('search')) await page.locator('article').first().waitFor();
      const badge = page.locator('details[data-trust] > summary');
      if ((await badge.count()) > 0) await badge.click();
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  // With all that can be opened, open, and a result that is wrong.
  it.each([
    ['/docs/sts-session-token/get-session-token', 'すべて実行'],
    ['/en/docs/sts-session-token/get-session-token', 'Run all'],
  ])('%s does so while it is practised', async (path, runAll) => {
    const context = await site.browser.newContext({ serviceWorkers: 'block' });
    const { page, faults } = await watched(context, site.origin);
    await page.goto(site.origin + path);
    await page.getByRole('button', { name: runAll }).click();
    const left = page.locator('[data-step-run]:not([data-status=passed])');
    await expect.poll(() => left.count(), { timeout: 150_000, interval: 200 }).toBe(0);
    const paste = page.locator('[data-step-paste]').first();
    await paste.locator('button').click();
    await paste.locator('textarea').fill('{ "Account": 1 }');
    await paste.locator('p[data-verdict=differs]').waitFor();
    await page.locator('details[data-variables] > summary').click();
    await page.locator('details[data-variables] input').first().fill('a b');
    await page.locator('details[data-variables] [role=alert]').waitFor();
    await page.keyboard.press('Control+Backquote');
    await page.locator('.xterm-rows', { hasText: '$' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
