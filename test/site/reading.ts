import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A reader at a browser: what goes wrong unseen, and what would leave the site, is written down. */
export interface Reading {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

export interface ReadingOptions {
  readonly width?: number;
  readonly height?: number;
  /** Language that the browser asks for. */
  readonly locale?: string;
  /** Changes to the scripts of the site on their way: text -> text. */
  readonly altered?: Readonly<Record<string, string>>;
}

export async function startReading(
  browser: Browser,
  { origin, width = 1280, height = 900, locale, altered = {} }: ReadingOptions & { readonly origin: string },
): Promise<Reading> {
  // The routes below do not see the answers of a service worker.
  const viewport = { width, height };
  const context = await browser.newContext({ viewport, serviceWorkers: 'block', ...(locale && { locale }) });
  // Two browsers on two busy cores take longer than Playwright's 30 s to run a whole page.
  context.setDefaultTimeout(100_000);
  const faults: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      faults.push(`request to ${request.url()}`);
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  if (Object.keys(altered).length > 0) await alter(context, altered);
  return { page: await context.newPage(), context, faults };
}

async function alter(context: BrowserContext, changes: Readonly<Record<string, string>>): Promise<void> {
  await context.route('**/assets/js/*.js', async (route) => {
    // The server may close an idle connection just as Playwright sends on it.
    const response = await route.fetch({ maxRetries: 5 });
    let body = await response.text();
    for (const [before, after] of Object.entries(changes)) body = body.replaceAll(before, after);
    await route.fulfill({ response, body });
  });
}

/** The first button of a step: the one that runs it. */
export const runButton = (page: Page, step: string) =>
  page.locator(`[data-step-run="${step}"] button`).first();

/** Locates the verdict on a step, once there is one. */
export const verdict = (page: Page, step: string) =>
  page.locator(`[data-step-run="${step}"] p[data-verdict]`);

export async function run(page: Page, step: string): Promise<string | null> {
  // Off the bars at the top and the bottom, as a reader would scroll.
  await runButton(page, step).evaluate((button) => button.scrollIntoView({ block: 'center' }));
  await runButton(page, step).click();
  await verdict(page, step).waitFor();
  return verdict(page, step).getAttribute('data-verdict');
}

/** Ids of the steps that stand on the page, in order. */
export async function stepsOf(page: Page): Promise<string[]> {
  await page.locator('[data-step-run] button').first().waitFor();
  return page
    .locator('[data-step-run]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-step-run') ?? ''));
}
