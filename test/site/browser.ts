import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { getChromium } from '../../tools/chromium.ts';

/** Debian's Chromium without windows: the same engine, which takes a third less of the processor. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = hasHeadlessShell() ? WITHOUT_WINDOWS : await getChromium();
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

function hasHeadlessShell(): boolean {
  if (process.env.CHROME_PATH) return false;
  try {
    accessSync(WITHOUT_WINDOWS, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
