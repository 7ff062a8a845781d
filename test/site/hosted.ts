import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { buildSite, serveFolder } from './built-site.ts';
import { type Reading, type ReadingOptions, startReading } from './reading.ts';

/** The built site at an address of its own, and a browser. There once the tests of the suite begin. */
export interface Hosted {
  readonly browser: Browser;
  readonly origin: string;
}

/** To be called in the suite that looks at the site. */
export function hostSite(): Hosted {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    const { folder } = await buildSite();
    [server, browser] = await Promise.all([serveFolder(folder), launchBrowser()]);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  return {
    get browser() {
      return browser;
    },
    get origin() {
      return server.origin;
    },
  };
}

/** Begins to read at a path of the site. At the end of its test a reading is closed, and must have had no faults. */
export function readingsOf(site: Hosted): (path: string, options?: ReadingOptions) => Promise<Reading> {
  const readings: Reading[] = [];
  afterEach(async () => {
    const faults = readings.flatMap((reading) => reading.faults);
    await Promise.all(readings.map(({ context }) => context.close()));
    readings.length = 0;
    expect(faults).toEqual([]);
  });
  return async (path, options = {}) => {
    // Readers whose browsers ask for the language of the page are offered no other.
    const locale = path.startsWith('/en') ? 'en-US' : 'ja-JP';
    const reading = await startReading(site.browser, { origin: site.origin, locale, ...options });
    readings.push(reading);
    await reading.page.goto(site.origin + path);
    return reading;
  };
}
