import { expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const PAGES = {
  ja: ['/docs/sts-session-token/run-commands', '動作確認済み', '日前の確認です'],
  en: ['/en/docs/sts-session-token/run-commands', 'Verified on', ' days ago'],
} as const;

const read = readingsOf(hostSite());

it.each(Object.entries(PAGES))('a verification fades when it is old (%s)', async (_, [path, fresh, old]) => {
  const { page } = await read(path);
  const badge = page.locator('details[data-trust=verified]');
  const run = Date.parse((await badge.locator('time').getAttribute('datetime')) ?? '');
  /** How the badge looks after so many days. */
  const after = async (days: number) => {
    await page.clock.setFixedTime(run + days * DAY_MS + 60_000);
    await page.reload();
    const summary = badge.locator('summary');
    await expect.poll(() => badge.getAttribute('data-old')).toBe(days >= 90 ? 'true' : null);
    const [words, style] = await Promise.all([
      summary.textContent(),
      summary.evaluate((one) => {
        const { color, borderStyle } = getComputedStyle(one);
        return { color, borderStyle };
      }),
    ]);
    return { words, ...style };
  };

  const young = await after(0);
  expect(young.words).toContain(fresh);
  expect(await after(89)).toEqual(young);
  for (const days of [90, 400]) {
    const aged = await after(days);
    expect(aged.words).toContain(`${days}${old}`);
    // Told by words and by its edge, not by colour alone.
    expect([young.borderStyle, aged.borderStyle]).toEqual(['solid', 'dashed']);
    expect(aged.color).not.toBe(young.color);
  }
});
