import { describe, expect, it } from 'vitest';
import { hostSite } from './hosted.ts';
import { procedureIds } from './pages.ts';
import { startReading } from './reading.ts';

const courses = [...new Set(procedureIds.map((id) => id.slice(0, id.indexOf('/'))))];

describe('each course', () => {
  const site = hostSite();

  it.concurrent.each(courses)('%s runs whole in the page', async (course) => {
    const { page, context, faults } = await startReading(site.browser, { origin: site.origin });
    for (const id of procedureIds.filter((one) => one.startsWith(`${course}/`))) {
      await page.goto(`${site.origin}/docs/${id}`);
      await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' });
      const steps = page.locator('[data-step-run]');
      if ((await steps.count()) === 0) continue;
      await page.getByRole('button', { name: 'すべて実行' }).click();
      await expect
        .poll(() => statesOf(page), { timeout: 120_000, interval: 200 })
        .toEqual(Array(await steps.count()).fill('passed'));
    }
    await context.close();
    expect(faults).toEqual([]);
  });
});

function statesOf(page: import('playwright-core').Page): Promise<(string | null)[]> {
  return page
    .locator('[data-step-run]')
    .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-status')));
}
