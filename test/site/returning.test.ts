import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run, runButton, stepsOf } from './reading.ts';

const PAGE = 'docs/sts-session-token/get-session-token';

describe('a reader in Chromium', () => {
  const read = readingsOf(hostSite());

  it('finds their progress in the other language', async () => {
    const { page } = await read(`/${PAGE}`);
    const [first = ''] = await stepsOf(page);
    await run(page, first);
    await page.goto(page.url().replace('/docs/', '/en/docs/'));
    await page.locator('[data-practice-bar] [data-progress="1"]').waitFor();
    await page.locator('.menu__link', { hasText: '(1/14)' }).waitFor();
  });

  it('finds "Run all" in its place all the time', async () => {
    const { page, context } = await read(`/en/${PAGE}`);
    await run(page, (await stepsOf(page))[0] ?? '');
    await context.addInitScript(() => {
      const seen = globalThis as typeof globalThis & { wasMissing?: boolean };
      const look = () => {
        const bar = document.querySelector('[data-practice-bar]');
        if (bar && !bar.textContent?.includes('Run all')) seen.wasMissing = true;
        requestAnimationFrame(look);
      };
      look();
    });
    await page.reload();
    await page.locator('[data-practice-bar] [data-restored]').getByText('Run all').waitFor();
    expect(await page.evaluate(() => 'wasMissing' in globalThis)).toBe(false);
  });

  it('hears of each run button which step it runs', async () => {
    const { page } = await read(`/en/${PAGE}`);
    const steps = await stepsOf(page);
    await page.getByRole('button', { name: `Step ${steps.length} Run`, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Step 1 Run from here' }).waitFor();
  });

  it('takes a question back with Escape, and stands where it was asked', async () => {
    const { page } = await read('/en/docs/sts-session-token/run-commands');
    await runButton(page, 'step-4').click();
    const question = page.locator('[data-step-run="step-4"] fieldset');
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await runButton(page, 'step-4').evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it.each([
    ['', 'Language / 他の言語'],
    ['/en', 'Language / 言語'],
  ])('finds the other languages on a phone by a word of their own (%s)', async (prefix, label) => {
    const { page } = await read(`${prefix}/${PAGE}`, { width: 390 });
    await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' });
    await page.locator('.navbar__toggle').click();
    await page.locator('.navbar-sidebar').getByText(label).waitFor({ state: 'attached' });
  });

  it('is not called back to the search box that they have left', async () => {
    const { page, context } = await read(`/${PAGE}`);
    await context.route('**/search-index*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    // Before React takes over, nobody hears that the box has the focus.
    await page.locator('[data-dock] button:enabled').first().waitFor();
    const box = page.locator('input.navbar__search-input');
    const arrived = page.waitForResponse(/search-index/);
    await box.focus();
    await page.keyboard.press('Tab');
    await arrived;
    await page.waitForTimeout(500);
    expect(await box.evaluate((one) => one === document.activeElement)).toBe(false);
    await page.keyboard.press('Control+k');
    expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('stays in the search box while the index comes', async () => {
    const { page } = await read(`/${PAGE}`);
    await page.locator('[data-dock] button:enabled').first().waitFor();
    const box = page.locator('input.navbar__search-input');
    await box.focus();
    // The plugin wraps the box once it can search.
    await page.locator('[class^=searchBar_] > input.navbar__search-input').waitFor();
    await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('token');
    await expect.poll(() => box.inputValue()).toBe('token');
  });

  it('loses no key while the terminal opens', async () => {
    const { page } = await read(`/${PAGE}`);
    await page.locator('[data-dock] button:enabled').first().waitFor();
    await page.keyboard.press('Control+Backquote');
    await page.keyboard.type('echo hello world', { delay: 20 });
    await page.keyboard.press('Enter');
    await expect.poll(() => screen(page), { timeout: 60_000 }).toMatch(/\$ echo hello world\s+hello world/);
  });

  it('pastes with Ctrl+V and copies with Ctrl+C in the terminal', async () => {
    const { page, context } = await read(`/${PAGE}`);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('[data-dock] button:enabled').last().click();
    await expect.poll(() => screen(page), { timeout: 60_000 }).toMatch(/\$$/);
    await page.evaluate(() => navigator.clipboard.writeText('echo pasted'));
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Enter');
    await expect.poll(() => screen(page), { timeout: 60_000 }).toMatch(/\npasted/);
    const row = await page.locator('.xterm-rows > div').nth(1).boundingBox();
    await page.mouse.dblclick((row?.x ?? 0) + 12, (row?.y ?? 0) + 8);
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('pasted');
  });

  it('ends the conversion of Japanese with Escape, and keeps the terminal', async () => {
    const { page } = await read(`/${PAGE}`);
    await page.locator('[data-dock] button:enabled').last().click();
    await expect.poll(() => screen(page), { timeout: 60_000 }).toMatch(/\$$/);
    const textarea = page.locator('[data-terminal] textarea');
    await textarea.evaluate((one) =>
      one.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', keyCode: 229, isComposing: true, bubbles: true }),
      ),
    );
    expect(await page.locator('[data-terminal]').count()).toBe(1);
    await textarea.press('Escape');
    await page.locator('[data-terminal]').waitFor({ state: 'detached' });
  });

  it('carries no other course in a page', async () => {
    const { page } = await read(`/${PAGE}`);
    await runButton(page, (await stepsOf(page))[0] ?? '').waitFor();
    expect(await page.locator('.menu__link').allTextContents()).not.toContain('手順の書き方');
  });
});

async function screen(page: import('playwright-core').Page): Promise<string> {
  const rows = await page.locator('.xterm-rows > div').allTextContents();
  return rows
    .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trim();
}
