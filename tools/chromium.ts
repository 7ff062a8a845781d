import { accessSync, constants } from 'node:fs';
import { execa } from 'execa';
import { chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const MISSING =
  'Chromium is missing. Debian and Ubuntu: apt-get install chromium fonts-noto-cjk. ' +
  'Elsewhere: install Chrome or Chromium and set CHROME_PATH to its program.';

/**
 * The program of the Chromium that the site is looked at with: that of `CHROME_PATH`, else an installed one, else
 * Playwright's own, which is fetched where there is none. Rejects, with what to install, where that cannot be done.
 */
export function getChromium(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) return Promise.resolve(named);
  const found = [...INSTALLED, chromium.executablePath()].find(isExecutable);
  got ??= found === undefined ? fetchOwn() : Promise.resolve(found);
  return got;
}

let got: Promise<string> | undefined;

async function fetchOwn(): Promise<string> {
  process.stderr.write('Chromium is missing: fetching the one of Playwright.\n');
  const { failed, stderr } = await execa(
    'npx',
    ['--no-install', 'playwright-core', 'install', '--no-shell', 'chromium'],
    { reject: false, timeout: 240_000 },
  );
  if (failed)
    throw new Error(`${MISSING} The one of Playwright could not be fetched: ${stderr.split('\n')[0]}`);
  return chromium.executablePath();
}

/** Tells whether a program is there, and may be run. */
function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
