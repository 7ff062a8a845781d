import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run, stepsOf } from './reading.ts';
import { violations } from './violations.ts';

describe('the account of a reader', () => {
  const read = readingsOf(hostSite());

  it.each([
    ['ja', '/docs', 'アカウント', 1280],
    ['en', '/en/docs', 'Account', 390],
  ])('shows what each step calls and changes (%s, %s)', async (_, docs, name, width) => {
    const { page } = await read(`${docs}/s3-objects/make-bucket`, { width });
    const account = page.locator('[data-account]');
    const [first = '', ...others] = await stepsOf(page);
    await run(page, first);
    await page.locator('[data-dock]').getByRole('button', { name, exact: true }).click();
    await account.locator('figure').waitFor();
    // The sixth step makes the bucket.
    for (const step of others.slice(0, 5)) await run(page, step);
    const created = account.locator('[data-change=created]');
    await created.getByText('Bucket').waitFor();
    await account.locator('figure[data-outcome=answered]').getByText('s3:CreateBucket').waitFor();
    await account.locator('[data-service=S3] td', { hasText: 'Bucket' }).waitFor();
    // On paper, what the drawer shows stands below the page.
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('[data-printed]');
    await printed.getByText('s3:CreateBucket').waitFor();
    await printed.locator('[data-service=S3] td', { hasText: 'Bucket' }).waitFor();
    expect(await page.locator('button:visible, [data-account]:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await printed.waitFor({ state: 'hidden' });
    expect(await violations(page)).toEqual([]);
    await account.locator('[tabindex="0"]').press('Escape');
    await account.waitFor({ state: 'detached' });
  });
});
