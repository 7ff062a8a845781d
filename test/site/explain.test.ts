import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run, stepsOf, verdict } from './reading.ts';

const COURSE = 'docs/sts-session-token/get-session-token';
const LANGUAGES = [
  ['ja', `/${COURSE}`, '説明', '認証情報の有効期間 (秒)。', 'AWS CLI 2.9.19のもの'],
  ['en', `/en/${COURSE}`, 'Explain', 'The duration, in seconds, that the credentials', 'in AWS CLI 2.9.19'],
] as const;

const fence = (page: Page, text: string) =>
  page.locator('figure[data-step]:not([data-role=result])').filter({ hasText: text });

/** The middle of the first place of a word in a block, in the window. */
async function placeOf(page: Page, block: string, word: string) {
  const found = await page.evaluateHandle(
    ([selector = '', text = '']) => {
      const blocks = [...document.querySelectorAll(selector)];
      const one = blocks.find(({ textContent }) => textContent?.includes(text));
      if (!one) throw new Error(`no ${text}`);
      one.scrollIntoView({ block: 'center' });
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const at = texts.currentNode.nodeValue?.indexOf(text) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + text.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      throw new Error(`${text} stands in more than one piece`);
    },
    [block, word],
  );
  return found.jsonValue();
}

async function pointAt(page: Page, block: string, word: string): Promise<void> {
  const { x, y } = await placeOf(page, block, word);
  // The first movement wakes up what explains.
  await page.mouse.move(x - 3, y);
  await expect
    .poll(async () => {
      await page.mouse.move(x + Math.random(), y);
      await page.waitForTimeout(300);
      return page.locator('[role=tooltip]').count();
    })
    .toBe(1);
}

describe('explanations in Chromium', () => {
  const read = readingsOf(hostSite());

  it.each(LANGUAGES)('an option that is pointed at is explained (%s)', async (_, path, _button, duration) => {
    const { page } = await read(path);
    await pointAt(page, 'figure[data-role=command] pre', '--duration-seconds');
    const tip = page.locator('[role=tooltip]');
    expect(await tip.textContent()).toContain(duration);
    // The pointer may go there; Escape takes it away.
    await tip.hover();
    await page.waitForTimeout(500);
    expect(await tip.count()).toBe(1);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
  });

  it('a key of an example and of what one got is explained; a value is not', async () => {
    const { page } = await read(`/en/${COURSE}`);
    await pointAt(page, 'figure[data-role=result] pre', 'SessionToken');
    expect(await page.locator('[role=tooltip]').textContent()).toContain('The token that users must pass');
    const value = await placeOf(page, 'figure[data-role=result] pre', 'SessionToken');
    await page.mouse.move(value.x + 150, value.y);
    await page.locator('[role=tooltip]').waitFor({ state: 'detached' });
    for (const step of (await stepsOf(page)).slice(0, 3)) await run(page, step);
    await verdict(page, 'step-1').waitFor();
    await pointAt(page, '[data-step-run] [data-stream=stdout] pre', 'Account');
    expect(await page.locator('[role=tooltip]').textContent()).toContain('Account');
  });

  it.each(
    LANGUAGES.flatMap(([locale, ...texts]) => [1280, 390].map((width) => [locale, width, ...texts] as const)),
  )(
    'the keyboard, and a finger, find all of a step listed (%s, %i)',
    async (locale, width, path, name, duration, source) => {
      const { page } = await read(path, { width });
      const figure = fence(page, '--duration-seconds').first();
      const button = figure.getByRole('button', { name });
      await button.focus();
      await page.keyboard.press('Enter');
      const list = figure.locator('[data-explanations]');
      await list.locator('dt', { hasText: '--duration-seconds' }).waitFor();
      expect(await list.locator('dd', { hasText: duration }).count()).toBe(1);
      expect(await list.textContent()).toContain(source);
      expect(await list.locator('dd[lang=en]').count()).toBe(locale === 'ja' ? 2 : 0);
      expect(await button.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Enter');
      await list.waitFor({ state: 'detached' });
    },
  );

  it('nothing of it is loaded by who asks for nothing', async () => {
    const { page } = await read(`/${COURSE}`);
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    await page.waitForLoadState('networkidle');
    expect((await loaded()).filter((name) => /explain|\/assets\/files\//.test(name))).toEqual([]);
    await fence(page, '--duration-seconds').first().locator('[data-explain]').click();
    await expect
      .poll(async () => (await loaded()).filter((name) => /\/assets\/files\//.test(name)).length)
      .toBe(2);
  });

  it.each([
    ['ja', '/docs', '許可 (Allow) か'],
    ['en', '/en/docs', 'Allow or Deny.'],
  ])('the elements of a policy are explained (%s)', async (_, docs, effect) => {
    const { page } = await read(`${docs}/sts-assume-role/session-policy`);
    const figure = fence(page, '"Effect"').first();
    await figure.locator('[data-explain]').click();
    await figure.locator('dd', { hasText: effect }).waitFor();
  });
});
