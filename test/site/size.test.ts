import { describe, expect, it } from 'vitest';
import { hostSite } from './hosted.ts';

const KIB = 1024;
/** KiB as sent: plain Docusaurus with the same search takes 190 (`npm run bench -- --only site`). */
const MOST = 187;

describe('in Chromium', () => {
  const site = hostSite();

  it.each([
    ['ja', '/docs/sts-session-token/run-commands'],
    ['en', '/en/docs/sts-session-token/run-commands'],
  ])('who runs nothing loads less than plain Docusaurus with its search (%s)', async (_, path) => {
    const page = await (await site.browser.newContext({ serviceWorkers: 'block' })).newPage();
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    const bytes = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ initiatorType, name }) => initiatorType === 'script' && name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes / KIB).toBeGreaterThan(MOST / 2);
    expect(bytes / KIB).toBeLessThanOrEqual(MOST);
  });
});
