import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { stepsOf } from './reading.ts';

const COURSE = '/docs/sts-session-token';
const FIRST = `${COURSE}/get-session-token`;
const SECOND = `${COURSE}/run-commands`;
/** The session is restored. */
const BACK = '[data-practice-bar] [data-restored]';
/** Above it, a page is said to jump. */
const MOST = 0.05;

describe('a page in Chromium stays where it is', () => {
  const read = readingsOf(hostSite());

  it.each([
    ['ja', '', 1280, 800],
    ['en', '/en', 390, 844],
    ['ja', '', 844, 390],
  ])(
    'for who comes first, and for who returns (%s, %s, %i x %i)',
    { timeout: 240_000 },
    async (_, prefix, width, height) => {
      const { page, context } = await read(prefix + FIRST, { width, height });
      await watchShifts(context);
      const origin = new URL(page.url()).origin + prefix;
      for (const path of [FIRST, `${SECOND}#step-9`, COURSE, '/docs', '/'])
        expect(await shiftsAt(page, origin + path), `first, ${path}`).toBeLessThanOrEqual(MOST);

      await runPage(page, origin + FIRST);
      expect(await shiftsAt(page, origin + SECOND), `first, begun, ${SECOND}`).toBeLessThanOrEqual(MOST);
      await runPage(page, origin + SECOND);
      for (const [path, back] of [
        [FIRST, BACK],
        [`${FIRST}#step-11`, BACK],
        [SECOND, BACK],
        [`${SECOND}#step-9`, BACK],
        [COURSE, '[data-progress]'],
        ['/docs', '[data-progress]'],
        ['/', '[data-continue]'],
      ] as const)
        expect(await shiftsAt(page, origin + path, back), `again, ${path}`).toBeLessThanOrEqual(MOST);
    },
  );

  it.each([1280, 390])('while another language is offered (%i)', async (width) => {
    const { page, context } = await read('/', { width, locale: 'en-US' });
    await watchShifts(context);
    const address = page.url().replace(/\/$/, FIRST);
    expect(await shiftsAt(page, address, '[data-language-hint]')).toBeLessThanOrEqual(MOST);
  });
});

type Watched = typeof globalThis & { shifts: number };

/** Adds up what moves in the pages that are opened from now on, but for what the reader has asked for. */
async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const watched = globalThis as Watched;
    watched.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) watched.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Opens an address anew and waits until the last of it has come: as seen, where that is given. */
async function shiftsAt(page: Page, address: string, last?: string): Promise<number> {
  // Not a blank page: with another process, the size of the window is forgotten while this one is left.
  await page.goto(new URL('/robots.txt', address).href);
  await page.goto(address, { waitUntil: 'networkidle' });
  if (last) await page.locator(last).last().waitFor();
  // The next frames paint everything that has come.
  await page.waitForTimeout(500);
  return page.evaluate(() => (globalThis as Watched).shifts);
}

async function runPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const steps = await stepsOf(page);
  await page.getByRole('button', { name: /^(?:すべて実行|Run all)$/ }).click();
  await page
    .locator('[data-step-run][data-status=passed]')
    .nth(steps.length - 1)
    .waitFor();
  // Readers look at what came of it; the heights are remembered meanwhile.
  await page.waitForTimeout(1_500);
}
