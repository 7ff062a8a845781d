import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { locales } from './pages.ts';
import { type Reading, type ReadingOptions, run, runButton, stepsOf, verdict } from './reading.ts';

const prefix = { ja: '', en: '/en' };
const course = 'docs/sts-session-token';
const good = expect.stringMatching(/^(expected|succeeded|elapsed)$/);

describe('practising in Chromium', () => {
  const site = hostSite();
  const read = readingsOf(site);
  const open = async (path: string, options?: ReadingOptions) => (await read(`/${path}`, options)).page;

  it.each(locales)('runs the whole course by clicks, first step to clean-up (%s)', async (locale) => {
    const page = await open(`${locale === 'ja' ? '' : 'en/'}${course}/get-session-token`);
    for (const step of await stepsOf(page)) expect(await run(page, step), step).toEqual(good);
    expect(await page.locator('[data-step-run="step-1"] pre mark').allTextContents()).toEqual([
      expect.stringMatching(/^AIDA\w{17}$/),
      '123456789012',
      'arn:aws:iam::123456789012:user/handson-user',
    ]);

    await page.locator('.pagination-nav__link--next').click();
    await page.waitForURL('**/run-commands');
    // The address changes before the page does.
    await page.locator('h1').filter({ hasText: '1.2.' }).waitFor();
    const steps = await stepsOf(page);
    expect(steps).toHaveLength(11);
    const [refused, elapse, expired] = [steps[6], steps[7], steps[8]] as [string, string, string];
    for (const step of steps) {
      // In the middle of it the page is loaded again: what was run is still there.
      if (step === elapse) {
        await page.reload();
        await verdict(page, refused).waitFor();
        expect(await verdict(page, refused).getAttribute('data-verdict')).toBe('expected');
      }
      expect(await run(page, step), step).toEqual(good);
    }
    expect(await page.locator(`[data-step-run="${refused}"]`).textContent()).toContain(
      'InvalidClientTokenId',
    );
    expect(await page.locator(`[data-step-run="${expired}"]`).textContent()).toContain('ExpiredToken');
    expect(await verdict(page, elapse).getAttribute('data-verdict')).toBe('elapsed');

    await page.locator('.pagination-nav__link--next').click();
    await page.waitForURL('**/clean-up');
    for (const step of await stepsOf(page)) expect(await run(page, step), step).toEqual(good);
    await expectComplete(page, locale);
  });

  const expectComplete = async (page: Reading['page'], locale: 'ja' | 'en') => {
    const [overview, ...procedures] = await page.locator('.theme-doc-sidebar-item-link').allTextContents();
    expect(overview).not.toContain('✓');
    expect(procedures).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/\u00a0✓$/)));
    await page.goto(`${site.origin}${prefix[locale]}/`);
    const shown = page.locator('[data-progress]');
    await shown.waitFor();
    expect(await shown.getAttribute('data-complete')).toBe('true');
  };

  it('asks before it runs what builds on other pages, and goes on in the other language', async () => {
    const page = await open(`${course}/run-commands`);
    await runButton(page, 'step-4').click();
    await page.locator('[data-step-run="step-4"] fieldset').waitFor();
    // By keyboard: the answer that runs all that is missing has the focus.
    await page.keyboard.press('Enter');
    await verdict(page, 'step-4').waitFor();
    expect(await verdict(page, 'step-4').getAttribute('data-verdict')).toBe('expected');
    expect(await page.locator('[data-practice-bar] [aria-live]').textContent()).toBe(
      'ステップ4: 期待どおりです',
    );

    await page.goto(`${site.origin}/en/${course}/run-commands`);
    await verdict(page, 'step-4').waitFor();
    expect(await verdict(page, 'step-4').textContent()).toContain('As expected');
    expect(await run(page, 'step-5')).toBe('succeeded');
    expect(await run(page, 'step-6')).toBe('expected');
  });

  it('runs a page at once, starts over, and runs from a step to the end', async () => {
    const page = await open(`${course}/get-session-token`);
    const bar = page.locator('[data-practice-bar]');
    await bar.getByRole('button', { name: 'すべて実行' }).click();
    await bar.getByText('14 / 14').waitFor();
    await bar.getByRole('button', { name: 'やり直す' }).click();
    await bar.getByRole('button', { name: 'この手順の前まで' }).click();
    await bar.getByText('0 / 14').waitFor();
    expect(await page.locator('p[data-verdict]').count()).toBe(0);
    await page.locator('[data-step-run="step-1"]').getByRole('button', { name: 'ここから実行' }).click();
    await bar.getByText('14 / 14').waitFor();
  });

  it('says what differs, and stops there', async () => {
    // The account of this reader has another bucket than the page says.
    const altered = {
      'name:"example-bucket"': 'name:"another-bucket"',
      '"name":"example-bucket"': '"name":"another-bucket"',
    };
    const page = await open(`en/${course}/run-commands`, { altered });
    const bar = page.locator('[data-practice-bar]');
    await bar.getByRole('button', { name: 'Run all' }).click();
    await bar.getByRole('button', { name: 'Run those first' }).click();
    await verdict(page, 'step-4').waitFor();
    expect(await verdict(page, 'step-4').getAttribute('data-verdict')).toBe('differs');
    const step = page.locator('[data-step-run="step-4"]');
    expect(await step.locator('li').first().textContent()).toContain(
      'Line 1: should be "2021-12-20 09:00:00 example-bucket", but is "2021-12-20 09:00:00 another-bucket"',
    );
    expect(await step.locator('[data-diff=actual]').textContent()).toBe(
      '+ 2021-12-20 09:00:00 another-bucket\n',
    );
    expect(await bar.locator('[aria-live]').textContent()).toBe('Step 4: Differs from the example');
    expect(await verdict(page, 'step-5').count()).toBe(0);
  });

  it('stops a command that never ends, and is as it was before', async () => {
    // Only what is run, not what the page shows; slow enough not to meet the shell's limit of loops first.
    const altered = { "script:'mkdir -p": "script:'while :; do x=$(date); done; mkdir -p" };
    const page = await open(`${course}/get-session-token`, { altered });
    for (const step of (await stepsOf(page)).slice(0, 6)) expect(await run(page, step), step).toEqual(good);
    await runButton(page, 'step-7').click();
    const stop = page.locator('[data-step-run="step-7"]').getByRole('button', { name: '停止' });
    await stop.waitFor();
    // The page still answers at once.
    const slowest = await page.evaluate(async () => {
      let worst = 0;
      for (let i = 0; i < 20; i++) {
        const before = performance.now();
        await new Promise((resolve) => setTimeout(resolve, 10));
        worst = Math.max(worst, performance.now() - before);
      }
      return worst;
    });
    expect(slowest).toBeLessThan(1_000);
    await stop.click();
    await verdict(page, 'step-7').waitFor();
    expect(await verdict(page, 'step-7').getAttribute('data-verdict')).toBe('stopped');
    expect(await run(page, 'step-6')).toBe('expected');
    await page.reload();
    await verdict(page, 'step-6').waitFor();
    expect(await verdict(page, 'step-7').count()).toBe(0);
  });

  it('starts afresh, and says so, where the record cannot be read', async () => {
    const page = await open(`${course}/get-session-token`);
    await run(page, 'step-1');
    await page.evaluate(() => localStorage.setItem('tejun.journal.sts-session-token', '{"entries":'));
    await page.reload();
    await page.getByText('以前の実行記録を読み込めないため').waitFor();
    expect(await run(page, 'step-1')).toBe('expected');
  });

  it('runs nothing of a record that others have changed, until its reader asks for it', async () => {
    const page = await open(`${course}/get-session-token`);
    await run(page, 'step-1');
    await page.reload();
    await verdict(page, 'step-1').waitFor();
    await page.evaluate(() => {
      const key = 'tejun.journal.sts-session-token';
      const journal = JSON.parse(localStorage.getItem(key) ?? '');
      journal.events.push({ kind: 'typed', script: 'echo <img src=x>', at: journal.start });
      localStorage.setItem(key, JSON.stringify(journal));
    });
    await page.reload();
    const held = page.getByRole('status').filter({ hasText: '実行していません' });
    await held.waitFor();
    expect(await verdict(page, 'step-1').count()).toBe(0);
    await held.locator('summary').click();
    expect(await held.locator('pre').textContent()).toContain('echo <img src=x>');
    await held.getByRole('button', { name: '実行して続きから始める' }).click();
    await verdict(page, 'step-1').waitFor();
    await held.waitFor({ state: 'detached' });
  });

  it('says what could not be loaded, and works once it can be', async () => {
    const { page, faults } = await read(`/${course}/get-session-token`);
    await stepsOf(page);
    await page.context().setOffline(true);
    await runButton(page, 'step-1').click();
    await page.getByRole('alert').filter({ hasText: '読み込めませんでした' }).first().waitFor();
    const dock = page.locator('[data-dock]');
    await dock.getByRole('button').click();
    await dock.getByRole('alert').waitFor();
    // The text of the page does not shine through.
    expect(await dock.evaluate((one) => getComputedStyle(one).backgroundColor)).toMatch(/^rgb\(/);
    await page.context().setOffline(false);
    await page.reload();
    expect(await run(page, 'step-1')).toBe('expected');
    // The browser told of the network itself.
    faults.splice(0);
  });

  it('goes on in another tab', async () => {
    const page = await open(`${course}/get-session-token`);
    await run(page, 'step-1');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await verdict(other, 'step-1').waitFor();
    await run(other, 'step-2');
    await verdict(page, 'step-2').waitFor();
    expect(await verdict(page, 'step-2').getAttribute('data-verdict')).toBe('expected');
  });

  it('fits a phone, with all that was printed', async () => {
    const page = await open(`${course}/get-session-token`, { width: 390 });
    await page.locator('[data-practice-bar]').getByRole('button', { name: 'すべて実行' }).click();
    await page.locator('[data-practice-bar]').getByText('14 / 14').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('lets no text shine through the bar of a phone, and ends above it', async () => {
    const page = await open(`${course}/get-session-token`, { width: 390 });
    const dock = page.locator('[data-dock]');
    const look = () =>
      dock.evaluate((one) => {
        const { left, right } = one.getBoundingClientRect();
        return { left, right, ground: getComputedStyle(one).backgroundColor };
      });
    const isWhole = { left: 0, right: 390, ground: expect.stringMatching(/^rgb\(/) };
    expect(await look()).toEqual(isWhole);
    await runButton(page, 'step-1').click();
    await page.locator('[data-aws-context]').waitFor();
    expect(await look()).toEqual(isWhole);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const end = await page.locator('.theme-doc-footer').evaluate((one) => one.getBoundingClientRect().bottom);
    const bar = await dock.evaluate((one) => one.getBoundingClientRect().top);
    expect(end).toBeLessThanOrEqual(bar);
  });
});
