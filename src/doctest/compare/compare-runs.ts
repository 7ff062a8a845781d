import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecording } from '../../recording/files/index.ts';
import { beginPage, type PageRun } from '../engine/page-run.ts';
import { createSessionSlot, type SessionSlot } from '../engine/session-slot.ts';
import type { Plan, PlannedPage } from '../plan/types.ts';
import type { PreparedRun } from '../targets/prepare.ts';
import { compareStep } from './compare-step.ts';
import type { ComparedPage, ComparedStep, Side } from './types.ts';

/** Runs each page in both, step beside step; a page that stands in several languages in the first of them. */
export async function* comparePages(
  plan: Plan,
  runs: Readonly<Record<Side, PreparedRun>>,
): AsyncGenerator<ComparedPage> {
  const slots = { recording: createSessionSlot(), sandbox: createSessionSlot() };
  const seen = new Set<string>();
  try {
    for (const planned of plan.pages) {
      const { id, steps } = planned.page;
      if (seen.has(id) || steps.length === 0) continue;
      seen.add(id);
      yield await comparePage(plan.root, planned, runs, slots);
    }
  } finally {
    await Promise.all([slots.recording.clear(), slots.sandbox.clear()]);
  }
}

async function comparePage(
  root: string,
  planned: PlannedPage,
  runs: Readonly<Record<Side, PreparedRun>>,
  slots: Readonly<Record<Side, SessionSlot>>,
): Promise<ComparedPage> {
  const { page, prerequisites, chain, accountFile } = planned;
  const account = { text: readFileSync(join(root, accountFile), 'utf8'), file: accountFile };
  const begin = (side: Side): Promise<PageRun> => {
    const { target, seed } = runs[side];
    return beginPage(slots[side], { page, prerequisites, chain, account, target, seed });
  };
  const [recording, sandbox] = await Promise.all([begin('recording'), begin('sandbox')]);
  const steps: ComparedStep[] = [];
  for (const [index, step] of page.steps.entries()) {
    const [recorded, run] = await Promise.all([recording.step(index), sandbox.step(index)]);
    steps.push(compareStep(step, { recording: recorded.outcome, sandbox: run.outcome }));
  }
  await Promise.all([recording.end(), sandbox.end()]);
  return { page: page.id, file: page.file, recorded: readRecording(root, page.id)?.provenance, steps };
}
