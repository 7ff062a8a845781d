import { type Browser, chromium } from 'playwright-core';
import { getChromium } from '../tools/chromium.ts';
import { serveSite } from '../tools/serve-site.ts';
import { median } from './median.ts';

/** Costs of a built site for a reader's browser; sizes in KiB. */
export interface BrowserFacts {
  readonly html: number;
  readonly script: number;
  readonly style: number;
  /** All that is in the caches of the service worker once it works, as it is stored. */
  readonly kept: number;
  readonly searchMs: number;
  /** Elements of the pages that list courses. */
  readonly home: number;
  readonly docs: number;
  readonly translations: number;
}

const KIB = 1024;
const SEARCHES = 3;

export async function readerFacts(folder: string, path: string): Promise<BrowserFacts> {
  const site = await serveSite(folder);
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  try {
    const [home, docs, translations] = [
      await elements(browser, `${site.origin}/`),
      await elements(browser, `${site.origin}/docs`),
      await elements(browser, `${site.origin}/translations`),
    ];
    const searches: number[] = [];
    for (let count = 0; count < SEARCHES; count += 1) searches.push(await search(browser, site.origin));
    return {
      ...(await sent(browser, site.origin + path)),
      kept: await kept(browser, site.origin + path),
      searchMs: median(searches),
      home,
      docs,
      translations,
    };
  } finally {
    await browser.close();
    site.close();
  }
}

async function sent(browser: Browser, url: string): Promise<Pick<BrowserFacts, 'html' | 'script' | 'style'>> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const entries = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      (entry) => ({
        // A link that is in sight has its page fetched in advance: that is no part of this one.
        name: `${(entry as PerformanceResourceTiming).initiatorType} ${entry.name}`,
        bytes: (entry as PerformanceResourceTiming).encodedBodySize,
      }),
    ),
  );
  const bytes = (kind: RegExp): number =>
    entries.filter(({ name }) => kind.test(name)).reduce((sum, entry) => sum + entry.bytes, 0);
  await context.close();
  return {
    html: bytes(/^navigation /) / KIB,
    script: bytes(/^script .*\.js$/) / KIB,
    style: bytes(/\.css$/) / KIB,
  };
}

async function elements(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const count = await page.evaluate(() => document.querySelectorAll('*').length);
  await context.close();
  return count;
}

async function kept(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // A course is kept after its page was shown: nothing is being fetched once the page has come to rest again.
  await page.reload({ waitUntil: 'networkidle' });
  const bytes = await page.evaluate(async () => {
    let sum = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        sum += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0;
    }
    return sum;
  });
  await context.close();
  return bytes / KIB;
}

/** With a cold cache: the index is fetched. */
async function search(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${origin}/search?q=${encodeURIComponent('認証情報')}`);
  await page.locator('article').first().waitFor();
  const time = performance.now() - start;
  await context.close();
  return time;
}
