import { describe, expect, it } from 'vitest';
import { hostSite } from './hosted.ts';

const KIB = 1024;
/** KiB that plain Docusaurus with the same search takes: measured by `npm run bench -- --only site`, anew with each version of it. */
const PLAIN = { ja: 191.6, en: 189.4 };
const OVER = 8;

describe('in Chromium', () => {
  const site = hostSite();

  it.each([
    ['ja', '/docs/sts-session-token/run-commands'],
    ['en', '/en/docs/sts-session-token/run-commands'],
  ] as const)('who runs nothing loads little more than plain Docusaurus (%s)', async (locale, path) => {
    const page = await (await site.browser.newContext({ serviceWorkers: 'block' })).newPage();
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    const bytes = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ initiatorType, name }) => initiatorType === 'script' && name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes / KIB).toBeGreaterThan(PLAIN[locale] / 2);
    expect(bytes / KIB).toBeLessThanOrEqual(PLAIN[locale] + OVER);
  });
});
