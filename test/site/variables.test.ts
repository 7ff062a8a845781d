import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run, stepsOf } from './reading.ts';

const FIRST = '/docs/sts-session-token/get-session-token';
const LAST = '/en/docs/sts-session-token/clean-up';
const good = expect.stringMatching(/^(expected|succeeded|elapsed)$/);

describe("a reader's own values in Chromium", () => {
  const site = hostSite();
  const read = readingsOf(site);
  const open = async (path: string) => {
    const { context, page } = await read(path);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return page;
  };

  it('are shown, run, expected, copied, and kept from page to page', async () => {
    const page = await open(FIRST);
    await choose(page, 'PROFILE', 'my-profile');
    await choose(page, 'FOLDER', 'work.2');
    for (const step of await stepsOf(page)) expect(await run(page, step), step).toEqual(good);
    // The result is as expected, so its example is folded away.
    await page.locator('figure[data-step=step-13]').getByRole('button', { name: '例を表示する' }).click();
    const find = page.locator('figure[data-role=result]', { hasText: 'work.2/my-profile.ini' });
    expect(await find.count()).toBe(1);

    const named = page.locator('figure[data-role=env]', { hasText: "STS_PROFILE='my-profile'" });
    await named.locator('button:has([class*=copyButtonIcons])').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("STS_PROFILE='my-profile'");

    await page.goto(site.origin + LAST);
    await page.getByText('/environment/work.2"').first().waitFor();

    // The first page showed the account as a mask: the reader's own one stands for it, as it would run.
    await choose(page, 'FOLDER', 'XXXXXXXXXXXX');
    const own = page.locator('figure[data-role=check]', { hasText: /environment\/\d{12}"/ });
    await own.locator('[data-own-values]').waitFor();
    await own.locator('button:has([class*=copyButtonIcons])').first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/environment\/\d{12}"/);

    await page.getByRole('button', { name: 'Restore the original values' }).click();
    expect(await page.getByText('/environment/work.2"').count()).toBe(0);
    expect(await page.locator('input[name=FOLDER]').inputValue()).toBe('tmp-handson-cli-sts-session-token');
  }, 180_000);

  it('that would break a command are refused, and the last good one stays', async () => {
    const page = await open(FIRST);
    await choose(page, 'PROFILE', 'mine');
    for (const [value, words] of [
      ['mine"; rm -rf ~', '使えるのは'],
      ['my profile', '使えるのは'],
      ['my/profile', '. _ @ + - です'],
      ['-x', '始めて'],
      ['', '入力して'],
    ] as const) {
      await choose(page, 'PROFILE', value);
      expect(await page.locator('[data-variables] [role=alert]').textContent()).toContain(words);
      expect(await page.locator('figure', { hasText: "STS_PROFILE='mine'" }).count()).toBe(1);
    }
  });
});

describe('a pasted result in Chromium', () => {
  const read = readingsOf(hostSite());

  it('is judged as that of the step, right or wrong, and nothing of it is reported', async () => {
    const { page, faults } = await read(FIRST);
    const step = page.locator('[data-step-paste="step-1"]');
    await step.getByRole('button', { name: '自分の結果を貼り付けて確かめる' }).click();
    const field = step.locator('textarea');
    // A reader with nothing to paste may report the step, too.
    await step.getByRole('link', { name: '不具合を報告' }).waitFor();
    const arn = 'arn:aws:iam::111122223333:user/anna';
    const printed = (rest: string) =>
      `[me@host ~]$ aws sts get-caller-identity\r\n{\r\n  "UserId": "AIDACKCEVSQ6C2EXAMPLE",${rest}\r\n}\r\n[me@host ~]$ `;

    await field.fill(printed(`"Account": "111122223333", "Arn": "${arn}"`));
    await step.locator('p[data-verdict=expected]').waitFor();
    expect(await step.locator('mark').allTextContents()).toContain(arn);

    await field.fill(printed('"Account": "secret-value"'));
    await step.locator('p[data-verdict=differs]').waitFor();
    const address = await step.getByRole('link', { name: '不具合を報告' }).getAttribute('href');
    const body = new URL(address ?? '').searchParams.get('body');
    expect(body).toMatch(/page: sts-session-token\/get-session-token\n- step: step-1\n- language: ja/);
    expect(body).toContain('missing Arn');
    expect(body).not.toContain('secret-value');

    // A paste longer than anyone would read does not hold the page.
    await field.fill('hello world\n'.repeat(600));
    await step.locator('[data-shortened]').first().waitFor();
    expect(await step.locator('[data-diff]').count()).toBeLessThan(550);
    // Nothing was run.
    expect(await page.locator('[data-step-run] [data-verdict]').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

async function choose(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`input[name=${name}]`);
  if (!(await field.isVisible())) await page.locator('[data-variables] summary').click();
  await field.fill(value);
}
