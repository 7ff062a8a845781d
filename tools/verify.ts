/**
 * `npm run verify [-- RUN...]`: runs every page on every target that this machine has, or on those that are named, and
 * keeps in `verified/` what readers are told about it. With a real AWS CLI, which takes a second a call, the source
 * runs for the translations that have the same steps. A target that is not there is named, and what was kept of it stays as it is. Exit code 1 when a page
 * failed: that is kept too, and readers see it.
 */
import { delimiter } from 'node:path';
import { execa } from 'execa';
import type { JsonReport } from '../src/doctest/report/json-report.ts';
import { fingerprint } from '../src/procedure/index.ts';
import { readProject, replaceFile } from '../src/project/index.ts';
import type { PageResult, Verification } from '../src/verification/index.ts';

const FOLDER = 'verified';

interface Run {
  /** Options of doctest. */
  readonly options: readonly string[];
  /** Folder that is searched for `aws` first. */
  readonly path?: string;
}

const project = await readProject('.');
/** The language in which the commands are written. */
const SOURCE = project.locales.source;
/** Fingerprints of all pages as they are now, by locale and id. */
const hashes = new Map(project.pages.map((page) => [`${page.locale} ${page.id}`, fingerprint(page)]));
const available = await runs();
const asked = process.argv.slice(2);
for (const name of asked)
  if (!available.has(name))
    throw new Error(`No run is called ${name}. There are ${[...available.keys()].join(', ')}.`);
for (const [name, run] of available) if (asked.length === 0 || asked.includes(name)) await verify(name, run);

/** By the name of the file that keeps what came of them: each real AWS CLI on the PATH is one more. */
async function runs(): Promise<Map<string, Run>> {
  const found = new Map<string, Run>([
    ['sandbox-simulated', { options: [] }],
    ['recording', { options: ['--target', 'recording'] }],
  ]);
  for (const path of (process.env.PATH ?? '').split(delimiter)) {
    const { stdout, stderr, failed } = await execa(`${path}/aws`, ['--version'], { reject: false });
    const major = /^aws-cli\/(\d+)/.exec(stdout || stderr || '')?.[1];
    const name = `sandbox-bash-aws-${major}`;
    if (!failed && major && !found.has(name))
      found.set(name, { options: ['--shell', 'bash', '--locale', SOURCE], path });
  }
  return found;
}

async function verify(name: string, { options, path }: Run): Promise<void> {
  const args = ['bin/tejun.js', 'doctest', '--reporter', 'json', ...options];
  const { exitCode, stdout, stderr } = await execa(process.execPath, args, {
    reject: false,
    ...(path !== undefined && { env: { PATH: [path, process.env.PATH].join(delimiter) } }),
  });
  if (exitCode !== 0 && exitCode !== 1) {
    say(`${name}: not run. ${stderr.trim().split('\n')[0]}`);
    return;
  }
  const { provenance, pages, totals }: JsonReport = JSON.parse(stdout);
  const { date, target, shell } = provenance;
  // Which machine it was is nobody's concern.
  const cli = /aws-cli\/\S+/.exec(provenance.cli)?.[0] ?? provenance.cli;
  const kept: Verification = { date, target, shell, cli, pages: resultsOf(pages) };
  replaceFile(`${FOLDER}/${name}.json`, `${JSON.stringify(kept, null, 2)}\n`);
  say(`${name}: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped (${cli})`);
  if (exitCode !== 0) process.exitCode = 1;
}

function resultsOf(pages: JsonReport['pages']): Verification['pages'] {
  const results: Record<string, Record<string, PageResult>> = {};
  for (const { page, locale, steps } of pages) {
    if (steps.length === 0) continue;
    const count = (status: string) => steps.filter((step) => step.status === status).length;
    results[page] ??= {};
    results[page][locale] = {
      hash: hashes.get(`${locale} ${page}`) ?? '',
      passed: count('passed'),
      failed: count('failed'),
      skipped: count('skipped'),
      compared: steps.filter((step) => step.compared && step.status !== 'skipped').length,
    };
  }
  for (const { id, locale } of project.pages) {
    const ofPage = results[id];
    const source = ofPage?.[SOURCE];
    if (source && source.hash === hashes.get(`${locale} ${id}`)) ofPage[locale] ??= source;
  }
  return results;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
