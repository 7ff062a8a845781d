/**
 * `npm run screenshots [-- <folder of a built site> [<state>...]]`: each state of the site, or those named, in both languages, both themes, on a desk
 * and on a phone, in `screenshots/`. To be looked at by people; nothing is compared.
 */
import { mkdir, rm } from 'node:fs/promises';
import { execa } from 'execa';
import { type Browser, chromium, type Page } from 'playwright-core';
import { getChromium } from './chromium.ts';
import { states } from './screenshot-states.ts';
import { serveSite } from './serve-site.ts';

const OUT = 'screenshots';
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
        const { isKept, asksFor } = states[name] ?? {};
        const context = await browser.newContext({
          colorScheme,
          viewport,
          locale: asksFor?.[locale] ?? locale,
          serviceWorkers: isKept ? 'allow' : 'block',
        });
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
