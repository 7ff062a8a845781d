import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { hostSite } from './hosted.ts';
import { procedureIds } from './pages.ts';
import { startReading } from './reading.ts';

const courses = [...new Set(procedureIds.map((id) => id.slice(0, id.indexOf('/'))))];

describe('each course', () => {
  const site = hostSite();

  it.concurrent.for(courses)('%s runs whole in the page', async (course, { expect }) => {
    const { page, context, faults } = await startReading(site.browser, { origin: site.origin });
    try {
      for (const id of procedureIds.filter((one) => one.startsWith(`${course}/`))) {
        await page.goto(`${site.origin}/docs/${id}`);
        await page.getByRole('button', { name: 'すべて実行' }).click();
        await expect.poll(() => isOver(page), { timeout: 100_000, interval: 200 }).toBe(true);
        expect(await failuresOn(page), id).toEqual([]);
      }
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

/** Tells whether every step was run, or one has failed. */
async function isOver(page: Page): Promise<boolean> {
  const states = await page
    .locator('[data-step-run]')
    .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-status')));
  return states.includes('failed') || states.every((state) => state === 'passed' || state === 'skipped');
}

/** Returns what the page says of the steps that failed. */
function failuresOn(page: Page): Promise<string[]> {
  return page.locator('[data-step-run][data-status=failed]').allInnerTexts();
}
