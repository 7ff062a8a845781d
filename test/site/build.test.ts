import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { buildSite, fileAt, serveFolder } from './built-site.ts';
import { figures, localAddresses } from './html.ts';
import { blocks, type Locale, locales, pageIds, procedureIds } from './pages.ts';

const captions: Record<Locale, Record<string, string>> = {
  ja: {
    env: '環境変数の設定:',
    check: '変数の確認:',
    command: 'コマンド:',
    file: 'ファイル {file}:',
    result: '結果(例):',
  },
  en: {
    env: 'Set environment variables:',
    check: 'Check the variables:',
    command: 'Command:',
    file: 'File {file}:',
    result: 'Result (example):',
  },
};
const prefix: Record<Locale, string> = { ja: '', en: '/en' };
const address = (id: string, locale: Locale) => `${prefix[locale]}/docs/${id.replace(/\/index$/, '')}`;

/** Tells the blocks that a reader only reads: nothing to run, nothing to copy. */
const isRead = (role: string) => ['result', 'elapse'].includes(role);

let site: Awaited<ReturnType<typeof buildSite>>;

beforeAll(async () => {
  site = await buildSite();
}, 600_000);

const html = (path: string) => {
  const file = fileAt(site.folder, path);
  if (!file) throw new Error(`${path} is not in the built site`);
  return readFileSync(file, 'utf8');
};

describe.each(locales)('built pages (%s)', (locale) => {
  it.each(pageIds)('%s shows each block as it was written, under the caption of its role', (id) => {
    let steps = 0;
    const expected = blocks(id, locale)
      .map(({ role, body, file }) => ({
        role,
        // Docusaurus leaves out blank lines at the end of a block.
        body: body.replace(/\n+$/, ''),
        caption: captions[locale][role]?.replace('{file}', file ?? ''),
        number: role === 'result' ? undefined : String(++steps),
      }))
      .filter(({ role }) => role !== 'elapse');
    expect(figures(html(address(id, locale)))).toEqual(expected);
  });

  it.each(pageIds)('%s shows nothing of the marks that fences carry', (id) => {
    expect(html(address(id, locale))).not.toMatch(/tejun-(?:role|id)/);
    // The page about the settings of a project explains this one.
    if (id !== 'writing/own-project') expect(html(address(id, locale))).not.toContain('onUnmarkedFence');
  });

  it('says how long to wait', () => {
    const words = { ja: '<strong>15分</strong>待ちます', en: 'Wait <strong>15 minutes</strong>' };
    expect(html(address('sts-session-token/run-commands', locale))).toContain(words[locale]);
  });

  it('says its language and names its translation', () => {
    const page = html(address('sts-session-token/run-commands', locale));
    expect(page).toMatch(new RegExp(`<html lang="?${locale}`));
    for (const other of locales) expect(page).toMatch(new RegExp(`hreflang="?${other}"?`));
  });

  it('lists the courses and their pages, in order, at home and in /docs', () => {
    const pages = procedureIds.map((id) => address(id, locale));
    const courseOf = (page: string) => page.slice(0, page.lastIndexOf('/'));
    for (const path of [`${prefix[locale]}/`, `${prefix[locale]}/docs`]) {
      const listed = localAddresses(html(path)).filter((link) => pages.includes(link));
      // Courses are in the order of learning, which names those first that others build on.
      const courses = [...new Set(listed.map(courseOf))];
      expect(courses[0]).toBe(address('sts-session-token', locale));
      expect(listed).toEqual(courses.flatMap((course) => pages.filter((page) => courseOf(page) === course)));
      expect(listed).toHaveLength(pages.length);
    }
  });
});

it('refers to nothing that is not there', () => {
  const pages = readdirSync(site.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const missing = pages.flatMap((page) =>
    localAddresses(readFileSync(join(site.folder, page), 'utf8'))
      .filter((link) => !fileAt(site.folder, link))
      .map((link) => `${page}: ${link}`),
  );
  expect(pages.length).toBeGreaterThan(locales.length * pageIds.length);
  expect(missing).toEqual([]);
});

describe('in Chromium', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    server = await serveFolder(site.folder);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  // A page left open goes on working, and its service worker fetches all of the site.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  const open = async (path: string, colorScheme: 'light' | 'dark' = 'light') => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await browser.newContext({ permissions, colorScheme, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(server.origin + path);
    return page;
  };

  it.each(procedureIds)('%s copies every command as it was written, with no prompt', async (id) => {
    const page = await open(address(id, 'ja'));
    const runnable = blocks(id, 'ja').filter(({ role }) => !isRead(role));
    const buttons = page.locator('figure[data-role] button:has([class*=copyButtonIcons]):visible');
    await buttons.first().waitFor();
    const copied: string[] = [];
    for (const button of await buttons.all()) {
      await button.click();
      copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    expect(copied).toEqual(runnable.map(({ body }) => body));
  });

  it('paints the prompt, once a command, where it cannot be selected', async () => {
    const page = await open(address('sts-session-token/run-commands', 'ja'));
    const painted = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('figure[data-role]')].flatMap((figure) =>
        [...figure.querySelectorAll('pre code, pre code *')].map((part) => ({
          role: figure.dataset.role,
          whole: part.localName === 'code',
          prompt: getComputedStyle(part, '::before').content,
        })),
      ),
    );
    const prompts = painted.filter(({ prompt }) => prompt === '"$"');
    const runnable = blocks('sts-session-token/run-commands', 'ja').filter(({ role }) => !isRead(role));
    expect(prompts).toHaveLength(runnable.length);
    for (const { role, whole, prompt } of painted)
      expect(prompt).toBe(whole && role !== 'result' ? '"$"' : 'none');
  });

  it.each([
    ['ja', '有効期限', '有効期限'],
    ['ja', '片付け', '片付け'],
    ['en', 'expires', 'expires'],
    ['en', 'ListUsers', 'ListUsers'],
  ] as const)('finds words in %s: %s', async (locale, words, shown) => {
    const page = await open(`${prefix[locale]}/search?q=${encodeURIComponent(words)}`);
    const result = page.locator('article', { hasText: shown }).first();
    await result.waitFor();
    expect(await result.locator('a').first().getAttribute('href')).toContain(`${prefix[locale]}/docs/`);
  });

  it.each(['light', 'dark'] as const)('follows the system: %s', async (colorScheme) => {
    const page = await open('/', colorScheme);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
  });

  it.each([390, 1280])('fits a window of %i pixels', async (width) => {
    const page = await open('/');
    await page.setViewportSize({ width, height: 800 });
    for (const id of pageIds) {
      await page.goto(server.origin + address(id, 'ja'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(width);
    }
  });

  it('keeps a drawing legible on a phone, where the arrow keys move it', async () => {
    const page = await open(address('sts-mfa/index', 'ja'));
    await page.setViewportSize({ width: 390, height: 800 });
    const drawing = page.locator('span[tabindex="0"]:has(> img)');
    const scale = await drawing
      .locator('img')
      .evaluate((image: HTMLImageElement) => image.getBoundingClientRect().width / image.naturalWidth);
    expect(scale).toBeGreaterThan(0.7);
    await drawing.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => drawing.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  });
});
