import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { chromium } from 'playwright-core';
import { getChromium } from '../tools/chromium.ts';
import { serveSite } from '../tools/serve-site.ts';
import { measureLighthouse } from './lighthouse.ts';
import { writePlainSite } from './plain-site.ts';
import type { Measure } from './table.ts';

const PAGE = '/docs/sts-session-token/run-commands';

/** Measures the site for a reader who runs nothing, with Lighthouse too. */
export async function measureSite(ours: string, repeats: number): Promise<Measure[]> {
  const plain = await mkdtemp(join(tmpdir(), 'tejun-bench-plain-'));
  try {
    await buildPlain(await writePlainSite(ours), plain);
    await writeFile(join(plain, '_headers'), '');
    const [oursBytes, plainBytes] = [await scriptBytes(ours), await scriptBytes(plain)];
    return [
      {
        what: 'JavaScript of a page on which nothing is run, over plain Docusaurus',
        value: (oursBytes - plainBytes) / 1024,
        unit: 'KiB gz',
        goal: 8,
        detail: `${(oursBytes / 1024).toFixed(1)} beside ${(plainBytes / 1024).toFixed(1)}`,
      },
      ...(await measureLighthouse(ours, repeats)),
    ];
  } finally {
    await rm(plain, { recursive: true, force: true });
  }
}

async function buildPlain(siteDir: string, outDir: string): Promise<void> {
  const args = ['docusaurus', 'build', siteDir, '--out-dir', outDir];
  await execa('npx', args, { env: { NODE_ENV: 'production' } });
}

/** All scripts that a reader's browser asks for until the page has come to rest, as they are sent. */
async function scriptBytes(folder: string): Promise<number> {
  const site = await serveSite(folder);
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(site.origin + PAGE, { waitUntil: 'networkidle' });
    return await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ initiatorType, name }) => initiatorType === 'script' && /\.js$/.test(name))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
  } finally {
    await browser.close();
    site.close();
  }
}
