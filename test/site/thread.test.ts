import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run, stepsOf, verdict } from './reading.ts';
import { violations } from './violations.ts';

const FIRST = 'docs/sts-session-token/get-session-token';

describe('the thread through a page in Chromium', () => {
  const read = readingsOf(hostSite());

  it.each([1280, 390])(
    'a page whose results are as expected is little higher than before (%i)',
    async (width) => {
      const { page } = await read(`/${FIRST}`, { width });
      await stepsOf(page);
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await height();
      await page.locator('[data-practice-bar]').getByRole('button', { name: 'すべて実行' }).click();
      await page.locator('[data-practice-bar]').getByText('14 / 14').waitFor();
      await page.locator('[data-folded]').first().waitFor();
      expect((await height()) / before).toBeLessThanOrEqual(1.6);
      // The example is there for who asks.
      const example = page.locator('figure[data-role=result]').first();
      await example.getByRole('button', { name: '例を表示する' }).click();
      await example.locator('pre').waitFor();
    },
  );

  it('lists the steps with what became of them, and goes back to before one', async () => {
    const { page } = await read(`/en/${FIRST}`);
    for (const step of (await stepsOf(page)).slice(0, 3)) await run(page, step);
    const list = page.locator('[data-step-list] a');
    await expect.poll(() => list.count()).toBe(14);
    expect(await page.locator('[data-step-list] a[data-step-status=passed]').count()).toBe(3);
    await page.locator('[data-step-run="step-2"] [data-back]').click();
    await verdict(page, 'step-2').waitFor({ state: 'detached' });
    // The session is played again up to there.
    await verdict(page, 'step-1').waitFor();
    expect(await verdict(page, 'step-3').count()).toBe(0);
    await page.locator('[data-practice-bar] [data-progress="1"]').waitFor();
  });

  it('gives the page as a script, with the values of its reader', async () => {
    const { page } = await read(`/en/${FIRST}`);
    await run(page, 'step-1');
    await page.locator('details[data-variables] > summary').click();
    await page.locator('input[name=PROFILE]').fill('my-profile');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a script' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('get-session-token.sh');
    const script = readFileSync(await download.path(), 'utf8');
    expect(script).toMatch(/^#!\/usr\/bin\/env bash\n/);
    expect(script).toContain("STS_PROFILE='my-profile'");
    expect(script).toContain('aws sts get-session-token --duration-seconds 900');
  });

  it.each([
    ['ja', `/docs/sts-session-token`, 'スクリプトをコピー', '# == 1.1. セッショントークンの取得 =='],
    ['en', `/en/docs/sts-session-token`, 'Copy as a script', '# == 1.1. Get a session token =='],
  ])('gives a whole course as a script on its overview (%s)', async (_, path, copy, title) => {
    const { page, context } = await read(path);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('[data-doors]').getByRole('button', { name: copy }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(title);
    const [fetched, removed] = ['get-session-token --duration-seconds', 'rmdir'];
    expect((await copied()).indexOf(removed)).toBeGreaterThan((await copied()).indexOf(fetched));
  });

  it.each([
    ['ja', '/docs', '1.3. 片付け', '有効期限が切れると、同じコマンドが拒否される', 'リンクをコピー'],
    ['en', '/en/docs', '1.3. Clean up', 'rejected once the token has expired', 'Copy the link'],
  ])('ends with what was done, and where to go (%s)', async (_, docs, last, goal, share) => {
    const { page, context } = await read(`${docs}/sts-session-token/clean-up`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await stepsOf(page);
    await page.locator('[data-practice-bar] button:enabled').first().click();
    await page.locator('[data-practice-bar] fieldset button').first().click();
    const end = page.locator('[data-course-end]');
    await end.getByText(goal).waitFor();
    await end.getByRole('link', { name: last }).waitFor();
    expect(await end.getByText('✓').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    await end.getByRole('button', { name: share }).click();
    await end.getByRole('status').filter({ hasText: /./ }).waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(address).pathname).toBe(`${docs}/sts-session-token`);
    await end.locator('a.button--primary').click();
    await page.waitForURL(`**${docs}/iam-users`);
  });

  it('is walked by keys, which are listed and can be turned off', async () => {
    const { page } = await read(`/${FIRST}`);
    // Keys are heard once the script of the page runs.
    await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' });
    await page.keyboard.press('j');
    await page.waitForFunction(() => scrollY > 100);
    await page.keyboard.press('r');
    await verdict(page, 'step-1').waitFor();
    await page.keyboard.press('?');
    const help = page.locator('dialog[data-keys]');
    await help.getByText('次のステップ').waitFor();
    await help.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    const at = await page.evaluate(() => scrollY);
    await page.keyboard.press('j');
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => scrollY)).toBe(at);
  });
});
