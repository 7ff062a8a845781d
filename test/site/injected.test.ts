import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../src/recording/index.ts';
import { hostSite, readingsOf } from './hosted.ts';
import { run } from './reading.ts';

declare global {
  var asked: Set<string> | undefined;
}

const PATH = '/en/docs/sts-session-token/get-session-token';
/** Would run in any text that becomes markup, and leaves an image there where the policy stops it. */
const PAYLOAD = '<img src=x onerror=globalThis.ran=1>';

/** Makes of the page one that runs from a recording, which a stranger has written. */
const RECORDED = {
  'title:"1.1. Get a session token",': 'title:"1.1. Get a session token",target:"recording",',
  'id:"sts-session-token",account:{': `id:"sts-session-token",recordings:[${JSON.stringify(recording())}],account:{`,
};

function recording(): Recording {
  const at = '2026-03-01T12:00:00Z';
  const script = 'aws sts get-caller-identity';
  const call = {
    arguments: script.split(' ').slice(1),
    exitCode: 0,
    stderr: PAYLOAD,
    files: [],
    removed: [],
  };
  const stdout = `${PAYLOAD}\n\u001b]8;;javascript:globalThis.ran=1\u0007${PAYLOAD}\u001b]8;;\u0007\n`;
  return {
    page: 'sts-session-token/get-session-token',
    provenance: { date: at, target: 'live', cli: PAYLOAD, regions: [PAYLOAD], locales: [PAYLOAD] },
    steps: [{ id: 'step-1', script, endedAt: at, calls: [{ ...call, stdout }] }],
  };
}

const site = hostSite();
const read = readingsOf(site);

async function openTerminal(page: Page): Promise<void> {
  await page.locator('[data-dock] button').last().click();
  await page.locator('[data-terminal] textarea').focus();
}

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

  it('a recording', async () => {
    const { page } = await read(PATH, { altered: RECORDED });
    expect(await run(page, 'step-1')).toBe('differs');
    expect(await page.locator('[data-step-run="step-1"]').textContent()).toContain(PAYLOAD);
    expect(await injected(page)).toEqual(NOTHING);
    await openTerminal(page);
    const screen = page.locator('.xterm-rows');
    await expect.poll(() => screen.textContent()).toContain('$');
    await page.keyboard.type('aws sts get-caller-identity');
    await page.keyboard.press('Enter');
    await expect.poll(() => screen.textContent()).toContain(PAYLOAD.replaceAll(' ', '\u00a0'));
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

/** Texts of which none is what a page keeps under any name. */
const OTHERS = [
  'null',
  '[[null, {}], "x", -1]',
  `{"__proto__": {"ran": 1}, "sts-session-token/get-session-token": {"hash": 5, "done": {}}, "events": 5}`,
  '{ "no": JSON',
];

it('a page works whatever the browser keeps for it', async () => {
  const { page } = await read(PATH);
  await page.addInitScript(() => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      Object.assign(globalThis, { asked: new Set([...(globalThis.asked ?? []), key]) });
      return getItem.call(this, key);
    };
  });
  await page.reload();
  await run(page, 'step-1');
  await openTerminal(page);
  const names = await page.evaluate(() => [...(globalThis.asked ?? [])]);
  expect(names.filter((name) => name.startsWith('tejun')).length).toBeGreaterThan(6);
  for (const turn of OTHERS.keys()) {
    await page.evaluate(
      ({ names, texts, turn }) => {
        for (const [at, name] of names.entries())
          localStorage.setItem(name, texts[(at + turn) % texts.length] ?? '');
      },
      { names, texts: OTHERS, turn },
    );
    await page.reload();
    expect(await run(page, 'step-1')).toBe('expected');
    expect(await injected(page)).toEqual(NOTHING);
  }
});
