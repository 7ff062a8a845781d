import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inlineScriptHashes } from '../../plugins/docusaurus/post-build/csp.ts';
import { FREE_LICENCES } from '../security/free-licences.ts';
import { launchBrowser } from './browser.ts';
import { buildSite, fileAt, serveFolder } from './built-site.ts';
import { type Locale, locales, pageIds } from './pages.ts';

const prefix = (locale: Locale) => (locale === 'ja' ? '' : `/${locale}`);
const address = (id: string, locale: Locale) => `${prefix(locale)}/docs/${id.replace(/\/index$/, '')}`;
const PAGE = 'sts-session-token/run-commands';

let folder: string;
beforeAll(async () => {
  folder = (await buildSite()).folder;
}, 600_000);

const read = (path: string) => {
  const file = fileAt(folder, path);
  if (!file) throw new Error(`${path} is not in the built site`);
  return readFileSync(file, 'utf8');
};
const htmlFiles = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

describe('every page', () => {
  it('has a policy that names its own scripts, and so has the file of headers', () => {
    const headers = read('/_headers');
    for (const name of htmlFiles()) {
      const html = readFileSync(join(folder, name), 'utf8');
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      for (const hash of inlineScriptHashes(html)) {
        expect(policy, name).toContain(`'${hash}'`);
        expect(headers, name).toContain(`'${hash}'`);
      }
      expect(policy).toMatch(/^default-src 'none'; script-src 'self' /);
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    }
    expect(headers).toContain("frame-ancestors 'none'");
  });

  it('does nothing in attributes, which the policy would refuse', () => {
    for (const name of htmlFiles()) {
      expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/<[^>]*\son(?:click|load|error)=/);
    }
  });

  it('is named with its site, and described in plain words', () => {
    for (const name of htmlFiles()) {
      const html = readFileSync(join(folder, name), 'utf8');
      const title = /<title[^>]*>([^<]*)/.exec(html)?.[1];
      expect(title, name).toMatch(/^.+ \| Tejun$/);
      // Two that no search engine is to show.
      if (/(?:^|\/)(?:404|search)\.html$/.test(name)) continue;
      const description = /name="?description"? content=("[^"]*"|[^\s>]+)/.exec(html)?.[1];
      expect(description, name).toMatch(/^[^#{}`*]{10,}$/);
    }
  });

  it('takes as long in each language', () => {
    const told = (path: string, words: RegExp) =>
      [...read(path).matchAll(words)].map(([, minutes]) => minutes);
    const ja = told('/docs', /約(\d+)分/g);
    expect(ja.length).toBeGreaterThan(5);
    expect(told('/en/docs', /about (\d+) minutes/g)).toEqual(ja);
  });

  it.each(locales.flatMap((locale) => pageIds.map((id) => [address(id, locale)])))(
    '%s is there as Markdown, and listed',
    (path) => {
      const locale = path.startsWith('/en/') ? 'en' : 'ja';
      const markdown = read(`${path}.md`);
      expect(markdown).toMatch(/^# \S/);
      for (const [, picture = ''] of markdown.matchAll(/!\[[^\]]+\]\((.*?)\)/g))
        expect(read(new URL(picture).pathname)).toContain('<svg');
      expect(withoutBodies(markdown)).not.toMatch(
        /^```\w+ (?:env|check|command|result|setup|cleanup)|\{\/\*|^---$|<Elapse/m,
      );
      expect(read(`${prefix(locale)}/llms.txt`)).toContain(`${path}.md)`);
      expect(read(path)).toMatch(new RegExp(`rel="?alternate"? type="?text/markdown"? href="?${path}\\.md`));
    },
  );
});

/** Removes the bodies of fences and of inline code: they may show how a page is written. */
function withoutBodies(markdown: string): string {
  return markdown.replace(/^( *)(`{3,})(.*)\n[\s\S]*?^\1\2$/gm, '$1$2$3').replace(/`[^`\n]+`/g, '``');
}

it('tells the licences of what it is made of', () => {
  const notices = read('/third-party-notices.txt');
  for (const name of ['react-dom', 'just-bash', 'comlink', 'workbox-core', '@smithy/core', 'infima']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  }
});

/** Parts of the site with another licence, and why they may be in it. */
const OTHER_LICENCES: Readonly<Record<string, string>> = {
  'lunr-languages': 'MPL-1.1: files as they were published, whose source npm has under this name and version',
};

it('is made of nothing whose licence asks for more than a notice, which it gives', () => {
  const [, ...sections] = read('/third-party-notices.txt').split(/^-{80}\n/m);
  const others: string[] = [];
  let packages = 0;
  for (const section of sections) {
    const [, name = '', licence = ''] = /^(\S+) \d\S* \((.+)\)\n/.exec(section) ?? [];
    if (name === '') continue; // texts that are no package's
    packages += 1;
    if (!FREE_LICENCES.has(licence)) others.push(name);
    // A licence that is free asks for this.
    expect(section.length, `${name} has a text of its licence`).toBeGreaterThan(300);
  }
  expect(packages).toBeGreaterThan(90);
  expect(others).toEqual(Object.keys(OTHER_LICENCES));
});

it('has the notices of its parts in WebAssembly', () => {
  const parts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.wasm'),
  );
  expect(parts.map((name) => name.replace(/\.[0-9a-f]+\.wasm$/, '')).sort()).toEqual([
    'assets/files/emscripten-module',
    'en/assets/files/emscripten-module',
  ]);
  const notices = read('/third-party-notices.txt');
  expect(notices).toMatch(/^@jitl\/quickjs-wasmfile-release-sync \d/m);
  expect(notices).toContain('Fabrice Bellard');
});

describe('in Chromium', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    server = await serveFolder(folder);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}) => {
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    const page = await context.newPage();
    await page.goto(server.origin + path);
    return page;
  };

  it.each([
    ['ja', 'セッション', 'セッション'],
    ['ja', '取得', '取得'],
    ['ja', 'get-session-token', 'get-session-token'],
    ['ja', '--duration-seconds', 'duration-seconds'],
    ['ja', 'トークン', 'セッショントークンの取得'],
    ['ja', 'ﾌﾟﾛﾌｧｲﾙ', 'プロファイル'],
    ['ja', 'ＡＷＳ', 'AWS'],
    ['en', 'session', 'session'],
    ['en', 'get-session-token', 'Get a session token'],
    ['en', '--duration-seconds', 'Get the session token'],
  ] as const)('finds, in %s: %s', async (locale, words, shown) => {
    const page = await open(`${prefix(locale)}/search?q=${encodeURIComponent(words)}`);
    const results = page.locator('article');
    await results.first().waitFor();
    expect((await results.allTextContents()).join('\n')).toContain(shown);
    expect(await page.title()).toMatch(/ \| Tejun$/);
  });

  it.each(['ja', 'en'] as const)(
    'reads a part of the index only, until nothing is found (%s)',
    async (locale) => {
      const page = await open(`${prefix(locale)}/`);
      const read: string[] = [];
      page.context().on('request', (request) => read.push(new URL(request.url()).pathname));
      const hitsOf = async (words: string) => {
        await page.goto(`${server.origin}${prefix(locale)}/search?q=${words}`);
        await page.locator('article').first().waitFor();
        const ofIndex = read
          .filter((path) => path.includes('search-index'))
          .map((path) => path.split('/').at(-1));
        read.length = 0;
        return { parts: ofIndex.filter((name) => name?.startsWith('words-')).length, ofIndex };
      };
      const typed = await hitsOf('get-session-token');
      expect(typed.parts).toBeGreaterThan(0);
      expect(typed.parts).toBeLessThan(8);
      expect(typed.ofIndex).not.toContain('search-index.json');
      // A letter is wrong: the whole index forgives it.
      expect((await hitsOf('secsion')).ofIndex).toContain('search-index.json');
    },
  );

  it.each(['ja', 'en'] as const)('finds what is read, not what is pressed (%s)', (locale) => {
    const folders = readdirSync(join(folder, prefix(locale)));
    const name = folders.find((one) => /^search-index.*\.json$/.test(one)) ?? '';
    const index = read(`${prefix(locale)}/${name}`);
    expect(index).toContain('get-session-token --duration-seconds');
    expect(index).not.toMatch(/ここから実行|Run from here|ターミナルに入力|Put into the terminal/);
  });

  it.each([
    ['ja', '検索'],
    ['en', 'Search'],
  ] as const)('names the search box in %s', async (locale, name) => {
    const page = await open(`${prefix(locale)}/`);
    await page.locator(`.navbar input[aria-label="${name}"]`).waitFor();
  });

  it('is a page to read without JavaScript, with nothing to press that does nothing', async () => {
    const page = await open(address(PAGE, 'ja'), { javaScriptEnabled: false });
    expect(await page.locator('article figure[data-role]').count()).toBeGreaterThan(5);
    const dead = page.locator('button:visible, input:visible');
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await dead.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
    }
  });

  it('stays on the same step when the language changes, by keyboard too', async () => {
    const page = await open(`${address(PAGE, 'ja')}#step-8`);
    await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' });
    await page.locator('.navbar .dropdown > a').focus();
    await page.keyboard.press('Enter');
    await page.locator('.navbar a[lang=en]:visible').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address(PAGE, 'en')}#step-8`);
  });

  it.each([
    ['ja', 'en-US', '/en', 'Read this page in English'],
    ['en', 'ja-JP', '', 'このページを日本語で読む'],
  ] as const)(
    'offers readers of %s pages the language that they ask for',
    async (shown, locale, to, offer) => {
      const page = await open(address(PAGE, shown), { locale });
      const link = page.getByRole('link', { name: offer });
      const hint = await page.locator('[data-language-hint]').boundingBox();
      const headings = await page.locator('.theme-doc-toc-desktop').boundingBox();
      // Beside the list of headings, not on it; on a phone, below the title.
      expect((hint?.x ?? 0) + (hint?.width ?? 0)).toBeLessThan(headings?.x ?? 0);
      await page.setViewportSize({ width: 390, height: 844 });
      const [phone, title] = [page.locator('[data-language-hint]'), page.locator('h1')];
      await expect
        .poll(async () => ((await phone.boundingBox())?.y ?? 0) - ((await title.boundingBox())?.y ?? 1_000))
        .toBeGreaterThan(100);
      const fits = await phone.boundingBox();
      expect([fits?.x ?? -1, 390 - (fits?.x ?? 0) - (fits?.width ?? 0)].every((left) => left >= 0)).toBe(
        true,
      );
      await page.setViewportSize({ width: 1280, height: 900 });
      await link.click();
      await page.waitForURL(`**${to}${address(PAGE, 'ja')}`);
      expect(await page.locator('[data-language-hint]').count()).toBe(0);
      await page.goBack();
      await page.locator('[data-language-hint] button').click();
      await link.waitFor({ state: 'detached' });
      await page.reload({ waitUntil: 'networkidle' });
      expect(await link.count()).toBe(0);
    },
  );

  it('prints what one reads and types, and nothing to press', async () => {
    const page = await open(address(PAGE, 'ja'));
    await page.emulateMedia({ media: 'print' });
    const pressed = page.locator('button:visible, .navbar:visible, [data-practice-bar]:visible');
    expect(await pressed.count()).toBe(0);
    expect(await page.locator('figure[data-role=result]:visible').count()).toBeGreaterThan(3);
  });

  it.each(['/not/there', '/en/not/there'])('says in its language that %s is not there', async (path) => {
    const page = await open(path);
    const titles = { '/not/there': 'ページが見つかりません', '/en/not/there': 'Page not found' };
    await page.getByRole('heading', { name: titles[path as keyof typeof titles] }).waitFor();
  });

  describe('without a network, after a first visit', () => {
    let context: BrowserContext;
    const kept = (page: Awaited<ReturnType<BrowserContext['newPage']>>) =>
      page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        if (active?.state !== 'activated') {
          await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
        }
      });

    beforeAll(async () => {
      context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(server.origin + address('sts-session-token/run-commands', 'en'));
      await kept(page);
      const pages = () => page.evaluate(async () => (await (await caches.open('tejun-pages')).keys()).length);
      await vi.waitFor(async () => expect(await pages()).toBeGreaterThanOrEqual(5), { timeout: 120_000 });
      // The index is kept once it was used.
      await page.goto(`${server.origin}/en/search?q=expires`);
      await page.locator('article').first().waitFor();
      await page.close();
      await context.setOffline(true);
    }, 180_000);
    afterAll(() => context?.close());

    it('another page of the course that was read opens, and is practised', async () => {
      const page = await context.newPage();
      await page.goto(server.origin + address('sts-session-token/get-session-token', 'en'));
      await page.locator('[data-step-run] button').first().click();
      await page.locator('[data-step-run][data-status=passed]').first().waitFor({ timeout: 120_000 });
      // All that stands around the steps is kept, too.
      const bar = page.locator('[data-practice-bar]');
      await bar.getByRole('button', { name: 'Run all' }).click();
      await bar.getByText('14 of 14').waitFor({ timeout: 120_000 });
      await bar.getByRole('button', { name: 'Copy as a script' }).waitFor();
      await page.locator('[data-dock] button').last().click();
      await page.locator('[data-terminal] .xterm-rows').waitFor();
      await page.close();
    });

    it('one can search', async () => {
      const page = await context.newPage();
      await page.goto(`${server.origin}/en/search?q=expires`);
      await page.locator('article').first().waitFor();
      await page.close();
    });

    it('one finds in the course that was read what one has not looked for before', async () => {
      const page = await context.newPage();
      await page.goto(`${server.origin}/en/search?q=get-session-token`);
      await page.locator('article a[href*="/sts-session-token"]').first().waitFor();
      await page.close();
    });

    it('what was not kept says that there is no network', async () => {
      const page = await context.newPage();
      await page.goto(`${server.origin}/en/docs/of-another-day`);
      await page.getByRole('heading', { name: 'You are offline' }).waitFor();
      expect(await page.title()).toBe('You are offline | Tejun');
      await page.close();
    });
  });
});
