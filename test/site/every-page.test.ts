import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { hostSite } from './hosted.ts';
import { type Locale, locales, pageIds } from './pages.ts';

const prefix = (locale: Locale) => (locale === 'ja' ? '' : `/${locale}`);
const paths = (locale: Locale) =>
  [
    '/',
    '/docs',
    ...pageIds.map((id) => `/docs/${id.replace(/\/index$/, '')}`),
    '/differences',
    '/translations',
    '/search?q=token',
    '/not-there',
  ].map((path) => prefix(locale) + path);

/** Opens a page and collects what it must not do; the address that does not exist is one on purpose. */
async function watched(context: BrowserContext, origin: string) {
  const page = await context.newPage();
  // Two pages on two busy cores take longer than Playwright's 30 s to begin.
  page.setDefaultTimeout(100_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    const isExpected = /Service Worker registration blocked|status of 404/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isExpected) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      faults.push(request.url());
  });
  return { page, faults };
}

/** Colours that axe has passed, as text of this colour and size on these grounds. */
const passed = new Set<string>();

/**
 * Lists the findings of axe, in both themes: only colours differ between them. Its search for contrast takes longer
 * than all its other rules together, and most text looks as text of an earlier page: that is left out.
 */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(findings, { not: COLOUR_RULES });
  for (const theme of ['light', 'dark']) {
    await page.evaluate(showTheme, theme);
    const looks = await page.evaluate(markKnown, [...passed]);
    const ofColour = await page.evaluate(findings, { only: COLOUR_RULES });
    if (ofColour.length === 0) for (const look of looks) passed.add(look);
    found.push(...ofColour);
  }
  return found;
}

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Shows a theme, and waits for the colours that are on their way: those are nobody's choice. */
async function showTheme(theme: string): Promise<void> {
  document.documentElement.setAttribute('data-theme', theme);
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changes.map(({ finished }) => finished));
}

/** Marks the leaves of the page that look as one that has passed. Returns how the others look. */
function markKnown(known: string[]): string[] {
  const seen = new Set(known);
  const fresh: string[] = [];
  for (const leaf of document.body.querySelectorAll('*')) {
    leaf.removeAttribute('data-looks-known');
    if (leaf.children.length > 0) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(leaf);
    const around = leaf.parentElement && getComputedStyle(leaf.parentElement).color;
    const look = [color, around, fontSize, fontWeight, textDecorationLine, leaf.closest('a') !== null];
    for (let at: Element | null = leaf; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
      look.push(backgroundColor, backgroundImage, opacity);
    }
    const key = look.join('|');
    if (seen.has(key)) leaf.setAttribute('data-looks-known', '');
    else fresh.push(key);
    seen.add(key);
  }
  return fresh;
}

/** Runs axe with some of its rules, or with all others; what is marked is left out of the former. */
async function findings(rules: { only?: string[]; not?: string[] }): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
  const resultTypes = ['violations' as const];
  const { violations } = rules.only
    ? await axe.run({ exclude: ['[data-looks-known]'] }, { resultTypes, runOnly: rules.only })
    : await axe.run(document, {
        resultTypes,
        rules: Object.fromEntries((rules.not ?? []).map((rule) => [rule, { enabled: false }])),
      });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

describe('in Chromium', () => {
  const site = hostSite();

  // One context: what one page has loaded is in the cache of the next.
  let shared: Promise<BrowserContext> | undefined;
  afterAll(async () => (await shared)?.close());

  it.concurrent.each(locales.flatMap(paths))(
    '%s keeps to its policy, to this site, and to what axe asks',
    async (path) => {
      shared ??= site.browser.newContext({ serviceWorkers: 'block' });
      const { page, faults } = await watched(await shared, site.origin);
      await page.goto(site.origin + path);
      await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' });
      if (path.includes('search')) await page.locator('article').first().waitFor();
      const badge = page.locator('details[data-trust] > summary');
      if ((await badge.count()) > 0) await badge.click();
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  // With all that can be opened, open, and a result that is wrong.
  it.each([
    ['/docs/sts-session-token/get-session-token', 'すべて実行'],
    ['/en/docs/sts-session-token/get-session-token', 'Run all'],
  ])('%s does so while it is practised', async (path, runAll) => {
    const context = await site.browser.newContext({ serviceWorkers: 'block' });
    const { page, faults } = await watched(context, site.origin);
    await page.goto(site.origin + path);
    await page.getByRole('button', { name: runAll }).click();
    const left = page.locator('[data-step-run]:not([data-status=passed])');
    await expect.poll(() => left.count(), { timeout: 150_000, interval: 200 }).toBe(0);
    const paste = page.locator('[data-step-paste]').first();
    await paste.locator('button').click();
    await paste.locator('textarea').fill('{ "Account": 1 }');
    await paste.locator('p[data-verdict=differs]').waitFor();
    await page.locator('details[data-variables] > summary').click();
    await page.locator('details[data-variables] input').first().fill('a b');
    await page.locator('details[data-variables] [role=alert]').waitFor();
    await page.keyboard.press('Control+Backquote');
    await page.locator('.xterm-rows', { hasText: '$' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
