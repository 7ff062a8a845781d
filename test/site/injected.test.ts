import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostSite, readingsOf } from './hosted.ts';
import { run } from './reading.ts';

const PATH = '/en/docs/sts-session-token/get-session-token';
/** Would run in any text that becomes markup, and leaves an image there where the policy stops it. */
const PAYLOAD = '<img src=x onerror=globalThis.ran=1>';

const site = hostSite();
const read = readingsOf(site);

/** Tells whether script ran, and how many texts became markup. */
const injected = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({ ran: 'ran' in globalThis, images: document.querySelectorAll('img[src=x]').length }));
const NOTHING = { ran: false, images: 0 };

it('the policy of the site stops script that would get into a page', async () => {
  const { page, faults } = await read(PATH);
  await page.evaluate(async (payload) => {
    document.body.insertAdjacentHTML('beforeend', payload);
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = 1';
    document.body.append(script);
    const link = document.createElement('a');
    link.href = 'javascript:globalThis.ran=1';
    document.body.append(link);
    link.click();
    const other = document.createElement('script');
    other.src = 'data:text/javascript,globalThis.ran=1';
    document.body.append(other);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, PAYLOAD);
  expect(await injected(page)).toEqual({ ran: false, images: 1 });
  expect(await page.evaluate(() => fetch('https://example.com/').then(String, () => 'refused'))).toBe(
    'refused',
  );
  expect(faults.filter((fault) => fault.includes('Content Security Policy')).length).toBeGreaterThan(3);
  faults.length = 0;
});

describe('no markup and no script comes from', () => {
  it('a value that the reader chooses', async () => {
    const { page } = await read(PATH);
    await page.locator('[data-variables] summary').click();
    await page.locator('input[name=PROFILE]').fill(PAYLOAD);
    await page.locator('[data-variables] [role=alert]').waitFor();
    expect(await injected(page)).toEqual(NOTHING);
  });

  it('a result that the reader pastes', async () => {
    const { page } = await read(PATH);
    const paste = page.locator('[data-step-paste]').first();
    await paste.locator('button').click();
    await paste.locator('textarea').fill(`{ "Account": "${PAYLOAD}", "${PAYLOAD}": 1 }`);
    await paste.locator('p[data-verdict=differs]').waitFor();
    expect(await paste.textContent()).toContain(PAYLOAD);
    expect(await injected(page)).toEqual(NOTHING);
  });

  it('what the browser keeps', async () => {
    const { page } = await read(PATH);
    await page.locator('[data-variables] summary').click();
    await page.locator('input[name=PROFILE]').fill('mine');
    await run(page, 'step-1');
    const changed = await page.evaluate((payload) => {
      const deep = (value: unknown): unknown => {
        if (typeof value === 'string') return value + payload;
        if (Array.isArray(value)) return value.map(deep);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(
          Object.entries(value).flatMap(([key, inner]) => [
            [key, deep(inner)],
            [key + payload, payload],
          ]),
        );
      };
      const keys = Object.keys(localStorage);
      for (const key of keys) {
        const text = localStorage.getItem(key) ?? '';
        try {
          localStorage.setItem(key, JSON.stringify(deep(JSON.parse(text))));
        } catch {
          localStorage.setItem(key, text + payload);
        }
      }
      return keys.length;
    }, PAYLOAD);
    expect(changed).toBeGreaterThan(2);
    await page.reload();
    await page.locator('[data-step-run] button').first().waitFor();
    expect(await injected(page)).toEqual(NOTHING);
    await page.goto(`${site.origin}/en/`);
    expect(await injected(page)).toEqual(NOTHING);
  });

  it('a translated text', async () => {
    const { page, context, faults } = await read(PATH, { altered: { 'Run all': PAYLOAD } });
    await page.getByRole('button', { name: PAYLOAD }).first().waitFor();
    expect(await injected(page)).toEqual(NOTHING);
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    // React says that the page was built with another text (#418).
    expect(faults.filter((fault) => !fault.includes('React error #418'))).toEqual([]);
    faults.length = 0;
  });

  it('the address', async () => {
    const { page } = await read(
      `${PATH}?_highlight=${encodeURIComponent(PAYLOAD)}&q=${encodeURIComponent(PAYLOAD)}#${encodeURIComponent(PAYLOAD)}`,
    );
    await page.locator('[data-step-run] button').first().waitFor();
    expect(await injected(page)).toEqual(NOTHING);
    await page.goto(`${site.origin}/en/search?q=${encodeURIComponent(PAYLOAD)}`);
    await page.waitForLoadState('networkidle');
    expect(await injected(page)).toEqual(NOTHING);
  });
});
