import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from './browser.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
let root: string;

/** A site of one page, which is checked as ours are: it starts in seconds. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tejun-problems-'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(root, 'docusaurus.config.ts'),
    `import esmCompat from '${project}plugins/docusaurus/esm-compat.ts';
import errorOverlay from '${project}plugins/docusaurus/error-overlay/index.ts';
import remarkTejun from '${project}plugins/remark/index.ts';
const docs = { routeBasePath: '/', beforeDefaultRemarkPlugins: [remarkTejun] };
export default {
  title: 'One page',
  url: 'https://one-page.example',
  baseUrl: '/',
  future: { v4: true, faster: { rspackPersistentCache: false } },
  presets: [['classic', { docs, blog: false, pages: false, sitemap: false }]],
  plugins: [esmCompat, errorOverlay],
};
`,
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = (word: string, attribute: string, requires = ''): void =>
  writeFileSync(
    join(root, 'docs/page.mdx'),
    [
      '---',
      'title: Page',
      'slug: /',
      `tejun: { requires: [${requires}] }`,
      '---',
      '',
      `\`\`\`bash command ${attribute}`,
      'echo hello',
      '```',
      '',
      `\`\`\`text ${word}`,
      'hello',
      '```',
      '',
    ].join('\n'),
  );

test("npm start shows a page's problems in the terminal and over the page", async () => {
  page('reslut', 'timeuot=5s');
  const port = await freePort();
  const server = execa('npx', ['docusaurus', 'start', '--no-open', '--port', String(port)], {
    cwd: root,
    all: true,
    reject: false,
    // The server is a child of npx's.
    detached: true,
    env: { NODE_ENV: 'development', FORCE_COLOR: '1' },
  });
  const browser = await launchBrowser();
  try {
    let terminal = '';
    server.all.on('data', (chunk) => {
      terminal += stripVTControlCharacters(String(chunk));
    });
    const compiled = vi.waitFor(() => expect(terminal).toMatch(/compiled with \d+ error/), WAIT);
    await Promise.race([
      compiled,
      server.then(({ all }) => {
        throw new Error(`npm start ended:\n${all}`);
      }),
    ]);
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${port}/`, { waitUntil: 'domcontentloaded' });
    const overlay = tab.frameLocator('#webpack-dev-server-client-overlay').locator('body');
    const shown = (await overlay.textContent()) ?? '';
    for (const text of [terminal, shown]) {
      expect(text).toContain('docs/page.mdx:7:17  The attribute "timeuot" is not known.');
      expect(text).toContain('Did you mean "timeout"?');
      expect(text).toContain('docs/page.mdx:11:9  The role "reslut" is not known.');
      expect(text).not.toMatch(/^ *│? *at |MDX compilation|node_modules/m);
    }

    page('result', 'timeout=5s');
    await tab.locator('h1').waitFor({ timeout: 60_000 });
    await vi.waitFor(async () => expect(await tab.locator('iframe').count()).toBe(0), WAIT);
    expect(await tab.locator('pre').first().textContent()).toContain('echo hello');

    page('result', 'timeout=5s', 'nowhere');
    const missing = 'docs/page.mdx:4:21  The required page "nowhere" does not exist.';
    await vi.waitFor(async () => expect(await overlay.textContent()).toContain(missing), WAIT);
    expect(terminal).toContain(missing);
    await tab.reload({ waitUntil: 'domcontentloaded' });
    await vi.waitFor(async () => expect(await overlay.textContent()).toContain(missing), WAIT);
    expect(terminal).not.toContain('Child compilation');

    page('result', 'timeout=5s');
    await vi.waitFor(async () => expect(await tab.locator('iframe').count()).toBe(0), WAIT);
  } finally {
    await browser.close();
    if (server.pid && server.exitCode === null) process.kill(-server.pid);
    await server;
  }
}, 180_000);

const WAIT = { timeout: 60_000, interval: 100 };

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
