import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { getChromium } from '../tools/chromium.ts';
import { median } from './median.ts';

/** Seconds. */
export interface WritingTimes {
  /** From `npm start` to the first page in the browser. */
  readonly firstPage: number;
  /** From a save to the changed page. */
  readonly edit: number;
}

const EDITS = 5;
const WAIT = { timeout: 300_000 };

export async function measureWriting(root: string, course: string): Promise<WritingTimes> {
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
  const start = performance.now();
  const program = join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const server = spawn(process.execPath, [program, 'start', '--no-open', '--port', String(port)], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  try {
    const page = await browser.newPage();
    await open(page, `http://localhost:${port}/docs/${course}/page-1`, server);
    const firstPage = (performance.now() - start) / 1000;
    const edits: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1)
      edits.push(await secondsToShow(page, join(root, `docs/${course}/page-1.mdx`), `saved-${edit}`));
    // The first one loads what later ones have.
    return { firstPage, edit: median(edits.slice(1)) };
  } finally {
    server.kill();
    await browser.close();
  }
}

/** Until the server listens, a browser is refused. */
async function open(page: Page, url: string, server: ChildProcess): Promise<void> {
  for (let isOpen = false; !isOpen; ) {
    if (server.exitCode !== null) throw new Error(`docusaurus start ended with exit code ${server.exitCode}`);
    isOpen = await page.goto(url, { ...WAIT, waitUntil: 'domcontentloaded' }).then(
      () => true,
      () => false,
    );
    if (!isOpen) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await page.locator('article h1').waitFor(WAIT);
}

async function secondsToShow(page: Page, file: string, word: string): Promise<number> {
  const start = performance.now();
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${word}\n`);
  await page.getByText(word).waitFor(WAIT);
  return (performance.now() - start) / 1000;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
