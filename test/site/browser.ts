import { type Browser, chromium } from 'playwright-core';
import { getChromium } from '../../tools/chromium.ts';

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await getChromium(), args: ['--no-sandbox'] });
}
