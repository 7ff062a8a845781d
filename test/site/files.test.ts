import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run } from './reading.ts';

const COURSE = 'docs/sts-session-token/get-session-token';
const LANGUAGES = [
  {
    path: `/${COURSE}`,
    files: 'ファイル',
    make: '新しいファイル',
    policy: 'ポリシーのひな形',
    save: '保存',
    saved: '保存しました',
    right: 'JSONとして正しい',
    wrong: '7行目',
    go: 'そこへ移動',
  },
  {
    path: `/en/${COURSE}`,
    files: 'Files',
    make: 'New file',
    policy: 'Begin with a policy',
    save: 'Save',
    saved: 'Saved.',
    right: 'This is valid JSON.',
    wrong: 'Line 7',
    go: 'Go there',
  },
];
const CASES = LANGUAGES.flatMap((texts) => [1280, 390].map((width) => ({ ...texts, width })));

async function openFiles(page: Page, name: string) {
  // The practice begins with a step.
  await run(page, 'step-1');
  await page.locator('[data-dock]').getByRole('button', { name, exact: true }).click();
  return page.locator('[data-files]');
}

async function typeIntoTerminal(page: Page, line: string): Promise<void> {
  await page.keyboard.press('Control+`');
  await page.locator('[data-terminal] textarea').waitFor();
  await page.keyboard.type(`${line}\n`);
}

const screen = (page: Page) => page.locator('[data-terminal] .xterm-rows');

describe('the editor of files in Chromium', () => {
  const read = readingsOf(hostSite());

  it.each(CASES)('makes a policy, checks it and saves it ($path, $width)', async (texts) => {
    const { page } = await read(texts.path, { width: texts.width });
    const drawer = await openFiles(page, texts.files);
    await drawer.getByRole('button', { name: texts.make }).click();
    await drawer.getByRole('button', { name: texts.policy }).click();
    await drawer.getByText(texts.right).waitFor();
    const field = drawer.locator('textarea');
    const policy = await field.inputValue();
    await field.fill(policy.replace('"Resource"', 'Resource'));
    await drawer.locator('[data-json-fault="7"]', { hasText: texts.wrong }).waitFor();
    expect(await drawer.locator('pre [data-fault]').textContent()).toBe('7\n');
    await drawer.getByRole('button', { name: texts.go }).click();
    const selected = () =>
      field.evaluate((area) =>
        (area as HTMLTextAreaElement).value.slice((area as HTMLTextAreaElement).selectionStart),
      );
    expect(await selected()).toMatch(/^Resource/);
    await field.fill(policy);
    await drawer.getByRole('button', { name: texts.save, exact: true }).click();
    await drawer.getByText(texts.saved).waitFor();
    // Escape closes it, and gives the focus back to its button.
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await typeIntoTerminal(page, 'grep -c Allow policy.json; echo $?');
    await expect.poll(() => screen(page).textContent()).toMatch(/grep -c Allow policy\.json; echo \$\?\s*10/);
    // It is there after a reload, and can be changed.
    await page.reload();
    await page.locator('[data-dock]').getByRole('button', { name: texts.files, exact: true }).click();
    await drawer.getByRole('button', { name: 'policy.json' }).click();
    await expect.poll(() => field.inputValue()).toBe(policy);
  });

  it('keeps what is not saved, and saves with the keyboard', async () => {
    const { page } = await read(`/en/${COURSE}`);
    const drawer = await openFiles(page, 'Files');
    await drawer.getByRole('button', { name: '~/.aws/credentials' }).click();
    const field = drawer.locator('textarea');
    await expect.poll(() => field.inputValue()).toContain('[default]');
    await field.press('End');
    await page.keyboard.type('# ours');
    await drawer.getByText('not saved').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[data-dock]').getByRole('button', { name: 'Files', exact: true }).click();
    await drawer.getByRole('button', { name: '~/.aws/credentials' }).click();
    expect(await field.inputValue()).toContain('# ours');
    await field.press('Control+s');
    await drawer.getByText('Saved.').waitFor();
    expect(await drawer.getByText('not saved').count()).toBe(0);
  });

  it('refuses a name that a shell would read otherwise', async () => {
    const { page } = await read(`/en/${COURSE}`);
    const drawer = await openFiles(page, 'Files');
    await drawer.getByRole('button', { name: 'New file' }).click();
    await drawer.getByLabel('Name of the file').fill('a b; rm x');
    await drawer.getByRole('button', { name: 'Save', exact: true }).click();
    await drawer.getByText('It cannot be saved.').waitFor();
  });
});

describe('output in Chromium', () => {
  const read = readingsOf(hostSite());

  it.each(['', '/en'])('comes as it is printed, and stays when it is stopped (%s)', async (language) => {
    const { page } = await read(`${language}/${COURSE}`);
    await run(page, 'step-1');
    await typeIntoTerminal(page, 'I=0; while :; do I=$((I+1)); echo "round ${I}"; sleep 1; done');
    await expect.poll(() => screen(page).textContent(), { timeout: 20_000 }).toContain('round 9');
    await page.keyboard.press('Control+c');
    await expect.poll(() => screen(page).textContent()).toMatch(/round \d+.*\^C/);
    await page.keyboard.type('echo "I=${I:-unset}"\n');
    await expect.poll(() => screen(page).textContent(), { timeout: 20_000 }).toContain('I=unset');
  });
});
