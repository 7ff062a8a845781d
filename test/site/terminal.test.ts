import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { blocks, procedureIds } from './pages.ts';

const FIRST = '/docs/sts-session-token/get-session-token';
const PROMPT_MS = 60_000;

describe('the terminal in Chromium', () => {
  const read = readingsOf(hostSite());
  const open = async (path: string, width?: number) => (await read(path, { width })).page;

  it('takes the whole course, typed from the first step to the clean-up', async () => {
    const page = await open(`/en${FIRST}`);
    await openTerminal(page);
    const seen: string[] = [];
    for (const id of procedureIds.filter((one) => one.startsWith('sts-session-token/'))) {
      for (const { role, body } of blocks(id, 'en')) {
        if (role === 'elapse') await page.getByRole('button', { name: '+15m' }).click();
        if (!['env', 'check', 'command'].includes(role)) continue;
        await page.locator('[data-terminal] textarea').focus();
        await enter(page, body);
        seen.push(await screen(page));
        await page.keyboard.press('Control+l');
      }
    }
    const all = seen.join('\n');
    for (const line of [
      'OK: no credentials in the environment',
      '"SecretAccessKey": "(hidden)"',
      'aws_session_token = (set)',
      'example-bucket',
      '"Value": "handson-cloud9-vpc"',
      'An error occurred (InvalidClientTokenId)',
      'An error occurred (ExpiredToken)',
      'OK: removed from the environment',
      'AWS_PROFILE="unset"',
    ])
      expect(unwrapped(all)).toContain(unwrapped(line));
    expect(all).not.toContain('command not found');
    // `find` prints a path where the clean-up has left the directory.
    expect(all).not.toMatch(/^\/\S*tmp-handson-cli-sts-session-token$/m);
  }, 300_000);

  it('completes commands, and keeps them over a reload', async () => {
    const page = await open(FIRST);
    await openTerminal(page);
    await page.keyboard.type('aws sts get-c');
    await page.keyboard.press('Tab');
    await shows(page, /aws sts get-caller-identity/);
    await page.keyboard.type('--outp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('te');
    await page.keyboard.press('Tab');
    await shows(page, /get-caller-identity --output text/);
    await page.keyboard.press('Enter');
    await shows(page, /123456789012\s+arn:aws:iam::123456789012:user\/handson-user/);
    await page.keyboard.type("echo '手順");
    await page.keyboard.press('Enter');
    await enter(page, "書'");
    await page.reload();
    await openTerminal(page);
    // Earlier commands are shown again.
    await shows(page, /echo '手順\s+> 書'\s+手順\s+書/);
    await page.keyboard.press('Control+l');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await shows(page, /^\$ aws sts get-caller-identity --output text/);
  });

  it('stops what does not end, and goes on as if it had not been', async () => {
    const page = await open(FIRST);
    await openTerminal(page);
    await enter(page, 'A=before');
    await page.keyboard.type('A=after; while :; do :; done');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+c');
    await shows(page, /\^C\s+\$\s*$/);
    await enter(page, 'echo x | gzip');
    await shows(page, /gzip: not in the simulated shell of a browser/);
    await enter(page, 'echo "is: $A"');
    await shows(page, /is: before/);
  });

  it('opens, says where one stands, and closes by keyboard alone', async () => {
    const page = await open(FIRST);
    const button = page.locator('[data-dock] button:enabled', { hasText: 'ターミナル' });
    await button.waitFor();
    await page.keyboard.press('Control+Backquote');
    await prompt(page);
    const standing = page.locator('[data-aws-context]');
    await standing.getByText('user/handson-user').waitFor();
    await enter(page, 'export AWS_DEFAULT_REGION=eu-west-1 AWS_PROFILE=nobody');
    await page.locator('[data-aws-context=none]').waitFor();
    expect(await standing.textContent()).toMatch(/nobody.*eu-west-1/);
    await page.keyboard.press('Escape');
    await page.locator('[data-terminal]').waitFor({ state: 'detached' });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await prompt(page);
  });

  it('shows what the buttons ran, counts a session down and lets time pass', async () => {
    const page = await open('/docs/sts-session-token/run-commands');
    await page.locator('[data-practice-bar] button').first().click();
    await page.getByRole('button', { name: '前の手順から実行' }).click();
    await page.locator('[data-status=passed]').nth(10).waitFor();
    await openTerminal(page);
    await enter(page, 'export AWS_SHARED_CREDENTIALS_FILE AWS_PROFILE');
    await page.locator('[data-aws-context=session]').getByText('期限切れ').waitFor();
    await shows(page, /時間を15分進めました|export -n AWS_PROFILE/);
  });

  it.each([
    ['ja', FIRST, 'ターミナルに入力'],
    ['en', `/en${FIRST}`, 'Put into the terminal'],
  ])(
    'takes a command from the page, which the reader may change before it runs (%s)',
    async (_, path, put) => {
      const page = await open(path);
      const button = page.locator('figure', { hasText: 'get-session-token --duration' }).getByRole('button', {
        name: put,
      });
      await button.click();
      await shows(page, /aws sts get-session-token --duration-seconds 900/);
      await page.keyboard.type(' --output text');
      await shows(page, /--output text$/);
      // Another takes its place, in the terminal that is open.
      await page.locator('figure', { hasText: 'get-caller-identity' }).first().locator('[data-put]').click();
      await shows(page, /^\$ aws sts get-caller-identity$/);
      await page.keyboard.press('Enter');
      await shows(page, /user\/handson-user/);
    },
  );

  it('is as large as its reader drags it, and stands beside the text', async () => {
    const page = await open(FIRST, 1400);
    await openTerminal(page);
    const height = async () => (await page.locator('[data-terminal]').boundingBox())?.height ?? 0;
    const before = await height();
    const edge = page.getByRole('separator', { name: 'ターミナルの大きさ' });
    const { x = 0, y = 0, width = 0 } = (await edge.boundingBox()) ?? {};
    await page.mouse.move(x + width / 2, y + 6);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y - 144, { steps: 5 });
    const stored = () => page.evaluate(() => localStorage.getItem('tejun-terminal'));
    expect(await stored(), 'not before it is let go').toBeNull();
    await page.mouse.up();
    await expect.poll(stored).toContain('height');
    expect(await height()).toBeGreaterThan(before + 100);
    await edge.focus();
    const dragged = await height();
    await page.keyboard.press('ArrowDown');
    await expect.poll(height).toBe(dragged - 24);
    await page.getByRole('button', { name: '横に並べる' }).click();
    const right = async () => {
      const box = await page.locator('article').first().boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 0);
    };
    const left = async () => (await page.locator('[data-terminal]').boundingBox())?.x ?? 0;
    await expect.poll(left).toBeGreaterThan(600);
    expect(await right()).toBeLessThanOrEqual(await left());
    await page.reload();
    await openTerminal(page);
    expect(await left()).toBeGreaterThan(600);
  });

  it('fits a phone, with the keys that it lacks', async () => {
    const page = await open(FIRST, 390);
    await openTerminal(page);
    await page.keyboard.type('aws sts get-c');
    await page.getByRole('button', { name: 'Tab' }).click();
    await shows(page, /get-caller-identity/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: '最大化' }).click();
    const box = () => page.locator('[data-terminal]').boundingBox();
    await expect.poll(box).toMatchObject({ y: 0, height: 900 });
  });
});

async function openTerminal(page: Page): Promise<void> {
  await page.locator('[data-dock] button').last().click();
  await prompt(page);
}

/** Types a script, line by line, and waits until it has run. */
async function enter(page: Page, script: string): Promise<void> {
  for (const line of script.split('\n')) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
    // It has run, or more of it is asked for.
    await shows(page, /(^|\n)[$>]$/);
  }
  await prompt(page);
}

const prompt = (page: Page) => shows(page, /(^|\n)\$$/);

async function shows(page: Page, pattern: RegExp): Promise<void> {
  await expect.poll(() => screen(page), { timeout: PROMPT_MS }).toMatch(pattern);
}

async function screen(page: Page): Promise<string> {
  const rows = await page.locator('.xterm-rows > div').allTextContents();
  return rows
    .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trim();
}

/** The window breaks long lines. */
const unwrapped = (text: string) => text.replace(/\s+/g, '');
