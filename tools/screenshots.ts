/**
 * `npm run screenshots [-- <folder of a built site> [<state>...]]`: each state of the site, or those named, in both languages, both themes, on a desk
 * and on a phone, in `screenshots/`. To be looked at by people; nothing is compared.
 */
import { mkdir, rm } from 'node:fs/promises';
import { execa } from 'execa';
import { type Browser, chromium, type Page } from 'playwright-core';
import { getChromium } from './chromium.ts';
import { serveSite } from './serve-site.ts';

const OUT = 'screenshots';
const COURSE = '/docs/sts-session-token';

/** Actions before the picture is taken. A state that cannot be reached is reported and left out. */
type Step = (page: Page) => Promise<unknown>;

const runAll: Step = async (page) => {
  await page.locator('[data-practice-bar] button').first().click();
  await page.locator('[data-step-run][data-status]').nth(3).waitFor({ timeout: 60_000 });
};

const states: Readonly<Record<string, { readonly path: string; readonly act?: Step }>> = {
  home: { path: '/' },
  course: { path: COURSE },
  page: { path: `${COURSE}/run-commands` },
  badge: {
    path: `${COURSE}/run-commands`,
    act: async (page) => {
      await page.locator('details[data-trust] > summary').click();
      await page.locator('details[data-trust] table').waitFor();
    },
  },
  'badge-old': {
    path: `${COURSE}/run-commands`,
    act: async (page) => {
      await page.clock.setFixedTime(Date.now() + 200 * 24 * 60 * 60 * 1000);
      await page.reload({ waitUntil: 'networkidle' });
    },
  },
  practised: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await runAll(page);
      await page.locator('[data-step-run][data-status]').first().scrollIntoViewIfNeeded();
    },
  },
  differs: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      const step = page.locator('[data-step-run]').last();
      await step.locator('button').first().click();
      await step.locator('fieldset button').nth(1).click();
      await step.locator('[data-verdict=differs]').first().waitFor({ timeout: 20_000 });
      await step.scrollIntoViewIfNeeded();
    },
  },
  lesson: {
    path: `${COURSE}/run-commands`,
    act: async (page) => {
      const step = page.locator('[data-step-run]').nth(3);
      await step.locator('button').first().click();
      await step.locator('fieldset button').nth(1).click();
      await step.locator('[data-lesson]').waitFor({ timeout: 60_000 });
      await step.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    },
  },
  'page-done': {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await runAll(page);
      await page.locator('[data-onward]').waitFor({ timeout: 60_000 });
    },
  },
  terminal: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await runAll(page);
      await page.keyboard.press('Control+`');
      await page.locator('.xterm').waitFor();
    },
  },
  variables: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await page.locator('details[data-variables] > summary').click();
      await page.locator('details[data-variables] input').first().fill('my-role');
      await page.locator('details[data-variables] input').nth(1).fill('my/folder');
    },
  },
  paste: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      const paste = page.locator('[data-step-paste]').last();
      await paste.locator('button').click();
      await paste.locator('textarea').fill('{ "UserId": 1 }');
      await paste.locator('p[data-verdict]').waitFor({ timeout: 60_000 });
    },
  },
  offline: {
    path: `${COURSE}/not-kept`,
    act: async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false }));
      await page.reload({ waitUntil: 'networkidle' });
    },
  },
  search: { path: '/search?q=session', act: (page) => page.locator('article').first().waitFor() },
  differences: { path: '/differences' },
  translations: { path: '/translations' },
  syntax: { path: '/docs/writing/page-syntax' },
  matching: {
    path: '/docs/writing/matching',
    act: (page) => page.locator('#json').scrollIntoViewIfNeeded(),
  },
  translating: { path: '/docs/writing/translating' },
  missing: { path: '/not-there' },
  print: { path: `${COURSE}/run-commands`, act: (page) => page.emulateMedia({ media: 'print' }) },
};

const prefixes = { ja: '', en: '/en' };
const windows = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

const [given, ...wanted] = process.argv.slice(2);
const folder = given ?? 'build';
if (!given)
  await execa('npx', ['docusaurus', 'build'], { env: { NODE_ENV: 'production' }, stdio: 'inherit' });
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const site = await serveSite(folder);
const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(states)) await takeAll(browser, name);
} finally {
  await browser.close();
  site.close();
}

async function takeAll(browser: Browser, name: string): Promise<void> {
  for (const locale of Object.keys(prefixes) as (keyof typeof prefixes)[]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [device, viewport] of Object.entries(windows)) {
        const context = await browser.newContext({ colorScheme, viewport, serviceWorkers: 'block' });
        const file = `${name}-${locale}-${colorScheme}-${device}.png`;
        await take(await context.newPage(), name, prefixes[locale], file).catch((error) =>
          process.stdout.write(`${file}: ${String(error).split('\n')[0]}\n`),
        );
        await context.close();
      }
    }
  }
}

async function take(page: Page, name: string, prefix: string, file: string): Promise<void> {
  const state = states[name];
  if (!state) return;
  await page.goto(site.origin + prefix + state.path, { waitUntil: 'networkidle' });
  await state.act?.(page);
  await page.screenshot({ path: `${OUT}/${file}` });
}
