/** Baseline for doctest: reads every page and runs every script in the same shell, nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME, startingEnvironment, WORKING_DIRECTORY } from '../src/practice/index.ts';
import { readPage } from '../src/procedure/index.ts';
import { createSimulatedShell } from '../src/shell/index.ts';

const folder = join(process.argv[2] ?? '.', 'docs/generated');
const instant = new Date('2026-01-05T00:00:00Z');

for (const name of readdirSync(folder).filter((file) => file.endsWith('.mdx'))) {
  const source = readFileSync(join(folder, name), 'utf8');
  const { page } = readPage(source, { id: name, file: name, locale: 'ja' });
  const shell = createSimulatedShell({
    home: HOME,
    cwd: WORKING_DIRECTORY,
    files: {},
    env: startingEnvironment,
    transport: () => Promise.reject(new Error('The plain loop has no network.')),
    wall: () => instant,
    account: () => instant,
  });
  for (const step of page?.steps ?? []) {
    if (step.role !== 'elapse') await shell.run(step.script);
  }
  await shell.close();
}
