import { join, relative } from 'node:path';
import {
  changesText,
  type Plan,
  planUpdates,
  type RunReport,
  runPassed,
  saveRecordings,
} from '../doctest/index.ts';
import { say } from '../language/index.ts';
import { changeFiles, UsageError } from '../project/index.ts';
import type { DoctestOptions } from './doctest-options.ts';
import { PAGE_FAILED, PASSED, USAGE_ERROR } from './exit-codes.ts';

/** Writes what a run was asked to write. @returns the exit code that it demands */
export function writeAfter(plan: Plan, report: RunReport, options: DoctestOptions): number {
  try {
    if (options.update) return writeUpdates(plan, report, options);
    if (options.record) return writeRecordings(plan, report);
    return PASSED;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return USAGE_ERROR;
  }
}

function writeUpdates(plan: Plan, report: RunReport, { dryRun, reporter = [] }: DoctestOptions): number {
  const { changes, problems } = planUpdates(plan, report.pages);
  for (const problem of problems) console.error(problem);
  if (changes.length > 0) {
    // A document for machines has stdout to itself.
    const print = reporter.every((name) => name === 'default' || name === 'github')
      ? console.log
      : console.error;
    print(`\n${changesText(changes)}\n`);
  }
  const files = changes.map(({ file }) => file);
  if (dryRun) {
    console.error(
      files.length > 0 ? say`Nothing was written. Stale: ${files.join(', ')}` : say`No result is stale.`,
    );
    return files.length > 0 || problems.length > 0 ? PAGE_FAILED : PASSED;
  }
  changeFiles(plan.root, changes);
  console.error(
    files.length > 0
      ? `updated  ${files.join('\nupdated  ')}`
      : say`Nothing was written: no result is stale.`,
  );
  if (!runPassed(report))
    console.error(say`What failed was left as it is: it did not do what its page shows.`);
  return problems.length > 0 ? PAGE_FAILED : PASSED;
}

function writeRecordings(plan: Plan, report: RunReport): number {
  const { files, problems } = saveRecordings(plan.root, report.pages, report.provenance);
  for (const problem of problems) console.error(problem);
  for (const file of files) console.error(`recorded  ${relative(process.cwd(), join(plan.root, file))}`);
  if (files.length === 0) console.error(say`Nothing was recorded.`);
  return problems.length > 0 ? PAGE_FAILED : PASSED;
}
