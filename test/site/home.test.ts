import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run, stepsOf } from './reading.ts';

describe('in Chromium', () => {
  const read = readingsOf(hostSite());

  it.each([
    ['ja', '/', 'この続き', '続きから: 1.1'],
    ['en', '/en/', 'Go on', 'Continue: 1.1'],
  ])(
    'the first step runs on the home page, where the reader goes on later (%s)',
    async (_, path, onward, goOn) => {
      const { page } = await read(path);
      const [step = ''] = await stepsOf(page);
      expect(await page.locator('[data-continue]').count()).toBe(0);
      expect(await run(page, step)).toBe('expected');
      await page.locator('[data-home-sample] a', { hasText: onward }).waitFor();
      await page.goto(page.url());
      const link = page.locator('[data-continue]');
      await link.filter({ hasText: goOn }).waitFor();
      expect(await link.textContent()).toMatch(/\(1\/\d+\)$/);
      await link.click();
      await page.locator(`[data-step-run="${step}"][data-status=passed]`).waitFor();
    },
  );
});
