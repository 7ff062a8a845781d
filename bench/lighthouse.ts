import { launch } from 'chrome-launcher';
import lighthouse, { type Config, type Flags } from 'lighthouse';
import { getChromium } from '../tools/chromium.ts';
import { serveSite } from '../tools/serve-site.ts';
import { median } from './median.ts';
import type { Measure } from './table.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** At home, where what one does here is shown; on a page, where it is done. */
const PAGES = ['/', '/docs/sts-session-token/run-commands', '/en/docs/sts-session-token/run-commands'];

/** The lowest score of each category, as Lighthouse gives it for a phone on a slow network: its own default. */
export async function measureLighthouse(folder: string, repeats: number): Promise<Measure[]> {
  const site = await serveSite(folder);
  const chrome = await launch({
    chromePath: await getChromium(),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const scores = new Map<string, number[]>();
    for (const page of PAGES) {
      const runs: Record<string, number>[] = [];
      for (let i = 0; i < repeats; i++) runs.push(await audit(site.origin + page, chrome.port));
      for (const category of CATEGORIES) {
        const score = median(runs.map((run) => run[category] ?? 0));
        scores.set(category, [...(scores.get(category) ?? []), score]);
      }
    }
    return CATEGORIES.map((category) => {
      const all = scores.get(category) ?? [];
      return {
        what: `Lighthouse, ${category}: points short of 100`,
        value: 100 - Math.min(...all),
        unit: '',
        goal: 5,
        detail: `${all.join(', ')} of 100`,
      };
    });
  } finally {
    chrome.kill();
    site.close();
  }
}

async function audit(url: string, port: number): Promise<Record<string, number>> {
  const flags: Flags = { port, logLevel: 'silent', onlyCategories: [...CATEGORIES] };
  const config: Config = { extends: 'lighthouse:default' };
  const result = await lighthouse(url, flags, config);
  const categories = result?.lhr.categories ?? {};
  const failing = Object.values(result?.lhr.audits ?? {}).filter(
    ({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0,
  );
  if (process.env.TEJUN_BENCH_VERBOSE) {
    for (const { id, title } of failing) process.stderr.write(`${url}: ${id}: ${title}\n`);
  }
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round(100 * (categories[name]?.score ?? 0))]),
  );
}
