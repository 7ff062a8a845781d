import { chromium, type Page } from 'playwright-core';
import { getChromium } from '../tools/chromium.ts';
import { serveSite } from '../tools/serve-site.ts';
import { median } from './median.ts';
import type { Measure } from './table.ts';

const PAGE = '/docs/sts-session-token/get-session-token';
interface Times {
  /** From the click to the output on the page, in ms. */
  readonly first: number;
  readonly further: readonly number[];
  /** Tasks of more than 50 ms on the page's thread, in ms. */
  readonly long: readonly number[];
}

/** Measures the waiting of a reader who runs the steps of a page, in the built site with a warm cache. */
export async function measureReader(site: string, repeats: number): Promise<Measure[]> {
  const server = await serveSite(site);
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext()).newPage();
    await open(page, server.origin);
    await clickThrough(page);
    const runs: Times[] = [];
    for (let i = 0; i < repeats; i++) {
      await open(page, server.origin);
      runs.push(await clickThrough(page));
    }
    const longest = Math.max(0, ...runs.flatMap(({ long }) => long));
    return [
      {
        what: 'first click to first output, warm cache',
        value: median(runs.map(({ first }) => first)),
        unit: 'ms',
        goal: 500,
      },
      {
        what: 'further steps, click to output',
        value: median(runs.flatMap(({ further }) => further)),
        unit: 'ms',
        goal: 50,
      },
      { what: 'longest task on the page while steps run', value: longest, unit: 'ms', goal: 100 },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

/** The page as a reader finds it who has never run anything. */
async function open(page: Page, origin: string): Promise<void> {
  await page.goto(origin + PAGE);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.locator('[data-step-run] button:enabled').first().waitFor();
  // The browser's work after loading is not measured.
  await page.waitForTimeout(500);
}

/** Measured inside the page: a driver's own messages take longer than a step. */
function clickThrough(page: Page): Promise<Times> {
  return page.evaluate(`(async () => {
    const long = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask' });
    const times = [];
    for (const step of document.querySelectorAll('[data-step-run]')) {
      const start = performance.now();
      step.querySelector('button').click();
      while (!step.querySelector('p[data-verdict]')) await new Promise((resolve) => setTimeout(resolve, 1));
      times.push(performance.now() - start);
    }
    const [first, ...further] = times;
    return { first, further, long };
  })()`);
}
