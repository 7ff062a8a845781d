import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { buildSite, serveFolder } from './built-site.ts';
import { violations } from './violations.ts';

const COURSE = 'docs/sts-session-token';

describe('a new deployment in Chromium', () => {
  let folder: string;
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'tejun-deployment-')), 'site');
    // Links, not copies: a deployment puts new files in their place.
    await execa('cp', ['-al', (await buildSite()).folder, folder]);
    [server, browser] = await Promise.all([serveFolder(folder), launchBrowser()]);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  it.each([
    ['ja', '', '新しい版があります', '読み込み直す'],
    ['en', 'en/', 'A new version of this site', 'Reload'],
  ])('is announced, and taken over when the reader asks or turns the page (%s)', async (...texts) => {
    const [language, prefix, text, reload] = texts;
    const context = await browser.newContext({ locale: language });
    context.setDefaultTimeout(100_000);
    const page = await context.newPage();
    await page.goto(`${server.origin}/${prefix}${COURSE}/get-session-token`);
    await page.evaluate(isControlled);
    expect(await page.locator('[data-new-version]').count()).toBe(0);

    deploy('first', prefix);
    await page.evaluate(lookForVersion);
    const line = page.locator('[data-new-version]').filter({ hasText: text });
    await line.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate(forgetPages);
    await line.getByRole('button', { name: reload }).click();
    await page.locator('meta[name=deployment][content=first]').waitFor({ state: 'attached' });
    expect(await page.locator('[data-new-version]').count()).toBe(0);

    await page.evaluate(isControlled);
    deploy('second', prefix);
    await page.evaluate(lookForVersion);
    await line.waitFor();
    await page.evaluate(forgetPages);
    await page.locator('.pagination-nav__link--next').click();
    await page.waitForURL('**/run-commands');
    await page.locator('meta[name=deployment][content=second]').waitFor({ state: 'attached' });
    await context.close();
  });

  /** Puts other pages and another service worker in the place of those that were there. */
  function deploy(name: string, prefix: string): void {
    for (const page of ['get-session-token', 'run-commands'])
      change(`${prefix}${COURSE}/${page}.html`, (html) =>
        html.replace('</head>', `<meta name="deployment" content="${name}"></head>`),
      );
    change(`${prefix}sw.js`, (script) => `${script}\n// ${name}\n`);
  }

  function change(file: string, edit: (text: string) => string): void {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    writeFileSync(path, edit(text));
  }
});

/** Waits until the page's service worker has taken its place. */
async function isControlled(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  while (active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 50));
}

/**
 * A page kept for times without a network stands in for one that takes five seconds, as here beside other suites. It is
 * forgotten when the whole course is kept, with its list last: nothing keeps it again.
 */
async function forgetPages(): Promise<void> {
  const cache = await caches.open('tejun-pages');
  while (!(await cache.keys()).some(({ url }) => url.includes('/offline/')))
    await new Promise((resolve) => setTimeout(resolve, 50));
  await caches.delete('tejun-pages');
}

/** As a browser does when the reader comes back to the tab. */
function lookForVersion(): void {
  document.dispatchEvent(new Event('visibilitychange'));
}
