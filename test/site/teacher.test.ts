import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run, runButton, stepsOf, verdict } from './reading.ts';

const COURSE = 'docs/sts-session-token';
const FIRST = `${COURSE}/get-session-token`;
const SECOND = `${COURSE}/run-commands`;

/** Runs all that comes before a step, and the step. */
async function runUpTo(page: Page, step: string) {
  await runButton(page, step).click();
  await page.locator(`[data-step-run="${step}"] fieldset`).waitFor();
  await page.keyboard.press('Enter');
  await verdict(page, step).waitFor();
}
const again = async (page: Page, step: string, is: string) => {
  await runButton(page, step).click();
  await page.locator(`[data-step-run="${step}"] p[data-verdict="${is}"]`).waitFor();
};

describe('a reader in Chromium', () => {
  const read = readingsOf(hostSite());

  it.each([
    ['ja', ''],
    ['en', 'en/'],
  ])('whose session has expired goes back, or gets another (%s)', async (_locale, prefix) => {
    const { page } = await read(`/${prefix}${SECOND}`);
    await runUpTo(page, 'step-4');
    await page.getByRole('button', { name: '+15m' }).click();
    await page.locator('[data-aws-context] [class*=bad]').waitFor();
    await again(page, 'step-4', 'differs');
    const lesson = page.locator('[data-step-run="step-4"] [data-lesson=expired]');
    await lesson.locator('[data-remedy=back-before-expiry]').click();
    await page.locator('[data-step-run="step-4"] p[data-verdict=expected]').waitFor();

    await page.getByRole('button', { name: '+1h' }).click();
    await page.locator('[data-aws-context] [class*=bad]').waitFor();
    await again(page, 'step-4', 'differs');
    await lesson.locator('[data-remedy=renew]').click();
    await page.locator('[data-step-run="step-4"] p[data-verdict=expected]').waitFor();
  });

  it('takes time that was let pass by mistake back', async () => {
    const { page } = await read(`/${SECOND}`);
    await runUpTo(page, 'step-4');
    await page.getByRole('button', { name: '+15m' }).click();
    await page.locator('[data-aws-context] [class*=bad]').waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.locator('[data-aws-context] [class*=bad]').waitFor({ state: 'detached' });
    await again(page, 'step-4', 'expected');
  });

  it('hears why a pasted result is an error', async () => {
    const { page } = await read(`/${SECOND}`);
    const box = page.locator('[data-step-paste="step-4"]');
    await box.locator('button').click();
    for (const [text, lesson] of [
      ['bash: aws: command not found', 'aws-not-installed'],
      [
        'Unable to locate credentials. You can configure credentials by running "aws configure".',
        'no-credentials',
      ],
      [
        'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
        'expired-elsewhere',
      ],
    ] as const) {
      await box.locator('textarea').fill(text);
      await box.locator(`[data-lesson=${lesson}]`).waitFor();
      // Nobody has pasted an exit code.
      expect(await box.textContent()).not.toContain('254');
    }
    await box.locator('textarea').fill('2021-12-20 09:00:00 my-own-bucket\nPS C:\\Users\\taro> ');
    await box.locator('p[data-verdict=expected]').waitFor();
  });

  it('hears that a pasted role is not the user that is asked for', async () => {
    const { page } = await read(`/en/${FIRST}`);
    const box = page.locator('[data-step-paste="step-1"]');
    await box.locator('button').click();
    await box
      .locator('textarea')
      .fill(
        '{"UserId": "AROAXXXXXXXXXXXXXXXXX:me", "Account": "123456789012", "Arn": "arn:aws:sts::123456789012:assumed-role/admin/me"}',
      );
    await box.locator('[data-lesson]').filter({ hasText: 'assumed-role' }).waitFor();
  });

  it('sees which steps ran with another value, and runs them again', async () => {
    const { page } = await read(`/${FIRST}`);
    for (const step of (await stepsOf(page)).slice(0, 4)) await run(page, step);
    await page.locator('details[data-variables] > summary').click();
    await page.locator('input[name=PROFILE]').fill('other-name');
    const step = page.locator('[data-step-run="step-4"]');
    await step.locator('[data-stale-note]').waitFor();
    expect(await page.locator('[data-step-run="step-1"] [data-stale-note]').count()).toBe(0);
    await step.locator('[data-stale-note] button').click();
    await step.locator('[data-stale-note]').waitFor({ state: 'detached' });
    await step.locator('p[data-verdict=succeeded]').waitFor();
  });

  it('who returns lands where the address says', { timeout: 180_000 }, async () => {
    const { page } = await read(`/${SECOND}`);
    await runUpTo(page, 'step-7');
    const bar = page.locator('[data-practice-bar]');
    await bar.getByRole('button', { name: 'すべて実行' }).click();
    await bar.getByText('11 / 11').waitFor();
    const address = page.url();
    for (const place of ['step-9', 'step-4', 'completion']) {
      await page.goto('about:blank');
      await page.goto(`${address}#${place}`);
      // All outcomes are back: those above have pushed the place down.
      await page.locator('[data-step-run][data-status=passed]').nth(10).waitFor();
      await page.waitForTimeout(500);
      const top = await page.locator(`#${place}`).evaluate((one) => one.getBoundingClientRect().top);
      expect(top, place).toBeGreaterThan(0);
      expect(top, place).toBeLessThan(300);
    }
  });

  it('is led on from a page that is done, and told where the course ends', { timeout: 180_000 }, async () => {
    const { page } = await read(`/${FIRST}`);
    const bar = page.locator('[data-practice-bar]');
    for (const next of ['/run-commands', '/clean-up']) {
      await bar.getByRole('button', { name: 'すべて実行' }).click();
      await bar.locator('[data-onward=page] a').click();
      await page.waitForURL(`**${next}`);
    }
    await bar.getByRole('button', { name: 'すべて実行' }).click();
    await bar.locator('[data-onward=course]').getByText('36ステップ').waitFor();
  });

  it('chooses between the page and a terminal of their own', async () => {
    const { page } = await read(`/${COURSE}`);
    const doors = page.locator('[data-doors]');
    await doors.getByRole('link', { name: '必要なもの' }).waitFor();
    await doors.getByRole('link', { name: 'CloudShellを使うとき' }).click();
    await page.locator('#own-terminal').waitFor();
    await page.getByText('npm run sandbox -- --account').waitFor();
    await page.getByRole('link', { name: 'AWS CloudShell' }).waitFor();
    await page.goBack();
    await doors.getByRole('link', { name: 'この方法ではじめる' }).click();
    await page.waitForURL('**/get-session-token');
    await page.locator('[data-step-paste] button').first().waitFor();
    expect(await page.locator('[data-step-run]').count()).toBe(0);
    await page.getByRole('button', { name: 'このページの中で実行する' }).click();
    await runButton(page, 'step-1').waitFor();
  });

  it('counts what is typed in the terminal as the step', async () => {
    const { page } = await read(`/${FIRST}`);
    await page.locator('[data-dock] button:enabled').last().click();
    const screen = page.locator('.xterm-rows');
    await screen.filter({ hasText: '$' }).waitFor({ timeout: 60_000 });
    await page.keyboard.type('aws   sts  get-caller-identity');
    await page.keyboard.press('Enter');
    await screen.filter({ hasText: 'ステップ1: 期待どおりです' }).waitFor({ timeout: 60_000 });
    await verdict(page, 'step-1').waitFor();
    expect(await verdict(page, 'step-1').getAttribute('data-verdict')).toBe('expected');
    await page.locator('[data-practice-bar] [data-progress="1"]').waitFor();
  });

  it('has the signs of a shell and room to type on a phone', async () => {
    const { page } = await read(`/${FIRST}`, { width: 390 });
    await page.locator('[data-dock] button').last().click();
    const screen = page.locator('.xterm-rows');
    await screen.filter({ hasText: '$' }).waitFor({ timeout: 60_000 });
    for (const sign of ['|', '-', '/', '"', '$', '~', '貼り付け'])
      expect(
        await page.locator('[data-terminal] [role=toolbar]').getByText(sign, { exact: true }).count(),
        sign,
      ).toBe(1);
    // An on-screen keyboard leaves so much.
    await page.setViewportSize({ width: 390, height: 430 });
    await page.locator('[data-terminal] textarea').focus();
    await expect.poll(() => page.locator('.xterm-rows > div').count()).toBeGreaterThan(12);
  });
});
