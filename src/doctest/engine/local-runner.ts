import { reportBlocked, reportOutcome } from '../report/step.ts';
import type { PageReport, StepReport } from '../report/types.ts';
import { beginPage } from './page-run.ts';
import { createSessionSlot, type SessionSlot } from './session-slot.ts';
import type { PageRunner, PageTask, StepEvents } from './types.ts';

/** Runs pages in this process. Its door is for worker threads too: it reads no MDX. */
export function createLocalRunner(): PageRunner {
  const slot = createSessionSlot();
  return {
    run: (task, events) => runPage(slot, task, events),
    endSession: slot.clear,
    close: slot.clear,
  };
}

async function runPage(slot: SessionSlot, task: PageTask, events: StepEvents): Promise<PageReport> {
  const { page } = task;
  const chosen = task.chosen ?? [...page.steps.keys()];
  const steps: StepReport[] = [];
  const report = { page: page.id, locale: page.locale, file: page.file, steps };
  if (chosen.length === 0) return { ...report, errors: [] };
  try {
    const run = await beginPage(slot, task);
    for (const index of chosen) {
      const step = page.steps[index];
      if (!step) continue;
      events.began(index);
      const isBlocked = run.blocked && steps.length === 0;
      const ended = isBlocked ? reportBlocked(step, run.blocked) : reportOutcome(step, await run.step(index));
      steps.push(ended);
      events.ended(index, ended);
    }
    const permissions = run.takePermissions();
    return { ...report, errors: [], permissions, recorded: await run.end() };
  } catch (error) {
    await slot.clear().catch(() => undefined); // it may be what broke
    return { ...report, errors: [`${page.file}: ${(error as Error).message}`] };
  }
}
