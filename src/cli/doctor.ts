import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { type Finding, findingsText, toolFindings } from '../doctest/index.ts';
import { counted, say } from '../language/index.ts';
import { InputError, UsageError } from '../project/index.ts';
import { PAGE_FAILED, PASSED } from './exit-codes.ts';
import { readCacheOf } from './parse-cache.ts';
import { usesColor } from './terminal.ts';

/** Configures `tejun doctor`; `exit` receives the exit code. */
export function configureDoctor(command: Command, exit: (code: number) => void): void {
  command
    .option('--root <folder>', say`the project, where docs/ is`, process.cwd())
    .option('--aws <path>', say`the AWS CLI to look at (default: TEJUN_AWS, or the one on the PATH)`)
    .addHelpText('after', say`\nThe exit code is 1 where pages cannot even be run in the sandbox.`)
    .action(async ({ root, aws }: { root: string; aws?: string }) => {
      exit(await doctor(resolve(root), aws));
    });
}

async function doctor(root: string, aws = process.env.TEJUN_AWS): Promise<number> {
  const pages = await pagesFinding(root);
  const tools = await toolFindings({ path: process.env.PATH ?? '', env: process.env, aws });
  const findings = [pages, ...tools, siteFinding(root), browserFinding(), ...(await leftoversFinding())];
  console.log(findingsText(findings, { color: usesColor(process.stdout) }));
  return pages.works ? PASSED : PAGE_FAILED;
}

async function pagesFinding(root: string): Promise<Finding> {
  const what = 'tejun doctest';
  const { makePlan } = await import('../doctest/index.ts');
  try {
    const { pages, locales } = await makePlan({ root, cache: readCacheOf(root, true) });
    return { what, works: true, found: say`${counted(pages.length, 'page')} in ${locales.join(', ')}` };
  } catch (error) {
    if (error instanceof InputError)
      return {
        what,
        works: false,
        found: say`${counted(error.problems.length, 'problem')} in the pages`,
        remedy: say`Run tejun doctest: it lists them.`,
      };
    if (error instanceof UsageError) return { what, works: false, found: error.message };
    throw error;
  }
}

/** Only where there was something to remove. */
async function leftoversFinding(): Promise<Finding[]> {
  const { removeLeftovers } = await import('../aws/sandbox/http/index.ts');
  const removed = removeLeftovers();
  const found = say`${removed} files or folders of killed sandboxes were removed`;
  return removed > 0 ? [{ what: say`left-over secrets`, works: true, found }] : [];
}

function siteFinding(root: string): Finding {
  const what = say`the site`;
  try {
    createRequire(join(root, 'package.json')).resolve('@docusaurus/core/package.json');
    return { what, works: true, found: say`Docusaurus is installed` };
  } catch {
    const remedy = say`Only a site needs it: npx tejun init makes one, and npm ci installs it.`;
    return { what, works: false, found: say`Docusaurus is not installed`, remedy };
  }
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function browserFinding(): Finding {
  const what = say`tests in a browser`;
  const { CHROME_PATH, PATH = '' } = process.env;
  const found = [
    ...(CHROME_PATH ? [CHROME_PATH] : []),
    ...PATH.split(delimiter).flatMap((folder) => BROWSERS.map((name) => join(folder, name))),
  ].find((file) => existsSync(file));
  if (found) return { what, works: true, found };
  const remedy = say`Only this project's own tests need it: apt-get install chromium, or set CHROME_PATH.`;
  return { what, works: false, found: say`no Chromium`, remedy };
}
