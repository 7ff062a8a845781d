import { type Browser, chromium } from 'playwright-core';
import { getChromium } from '../../tools/chromium.ts';
import { isExecutable } from '../real-clients.ts';

/** Debian's Chromium without windows: the same engine, which takes a third less of the processor. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

export async function launchBrowser(): Promise<Browser> {
  const hasNone = Boolean(process.env.CHROME_PATH) || !isExecutable(WITHOUT_WINDOWS);
  const executablePath = hasNone ? await getChromium() : WITHOUT_WINDOWS;
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
