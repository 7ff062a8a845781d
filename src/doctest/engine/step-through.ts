import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StepOutcome } from '../../practice/index.ts';
import { isHidden, type Page, type Step } from '../../procedure/index.ts';
import type { Plan, PlannedPage } from '../plan/types.ts';
import { blockedReason, reportOutcome } from '../report/step.ts';
import type { PageReport, StepReport } from '../report/types.ts';
import type { PreparedRun } from '../targets/prepare.ts';
import { type ChainSession, createSessionSlot, firstFailure } from './session-slot.ts';

/** A person who goes through pages step by step. */
export interface Walker {
  /** The pages that a page requires are about to run, without a question. */
  onPrerequisites(pages: readonly Page[]): void;
  onPage(page: Page): void;
  /** Shows a step that is about to run. @returns false to end here */
  onStep(page: Page, step: Step): Promise<boolean>;
  onEnd(page: Page, report: StepReport, outcome: StepOutcome): void;
}

const STOPPED = 'the run was ended before it';

/** Goes through the pages of a plan in one session for each chain. Hidden steps run without a question, clean-up always. */
export async function stepThrough(plan: Plan, run: PreparedRun, walker: Walker): Promise<PageReport[]> {
  const slot = createSessionSlot();
  const reports: PageReport[] = [];
  let isOver = false;
  try {
    for (const planned of plan.pages) {
      if (isOver) break;
      const walk = await walkPage(await open(plan, planned, run), planned.page, walker);
      reports.push(walk.report);
      isOver = walk.isOver;
    }
  } finally {
    await slot.clear();
  }
  return reports;

  async function open(
    { root }: Plan,
    { page, prerequisites, chain, accountFile }: PlannedPage,
    { target, seed, updatesExamples }: PreparedRun,
  ): Promise<ChainSession> {
    if (prerequisites.length > 0) walker.onPrerequisites(prerequisites);
    const text = page.steps.length > 0 ? readFileSync(join(root, accountFile), 'utf8') : '';
    const account = { text, file: accountFile };
    return slot.acquire({ page, prerequisites, chain, account, target, seed, updatesExamples });
  }
}

async function walkPage(
  session: ChainSession,
  page: Page,
  walker: Walker,
): Promise<{ readonly report: PageReport; readonly isOver: boolean }> {
  const { id, locale, file } = page;
  const report = { page: id, locale, file, steps: [] };
  const before = firstFailure(session, page.requires);
  if (before) {
    return { report: { ...report, errors: [`${file}: ${blockedReason(before)}`] }, isOver: true };
  }
  walker.onPage(page);
  const steps: StepReport[] = [];
  let isOver = false;
  for (const step of page.steps) {
    const isShown = !isHidden(step);
    if (!isOver && isShown) isOver = !(await walker.onStep(page, step));
    const start = performance.now();
    const outcome: StepOutcome =
      isOver && step.role !== 'cleanup'
        ? { status: 'skipped', reason: STOPPED }
        : await session.practice.run(page, step);
    const ended = reportOutcome(step, { outcome, durationMs: performance.now() - start });
    steps.push(ended);
    if (ended.status === 'failed' || (!isOver && isShown)) walker.onEnd(page, ended, outcome);
  }
  const failed = steps.find(({ status }) => status === 'failed');
  session.done.set(id, failed && { file, line: failed.line, reason: failed.reason ?? 'it failed' });
  return { report: { ...report, steps, errors: [] }, isOver };
}
