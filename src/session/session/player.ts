import { completeAws, inUse } from '../../aws/cli/index.ts';
import { accountStrings } from '../../aws/sandbox/index.ts';
import { judgePasted, openPractice, type SimulatedPractice, type StepOutcome } from '../../practice/index.ts';
import { fillIn, type Page, type RunnableStep, type VariableValues } from '../../procedure/index.ts';
import { completeLine } from '../completion/index.ts';
import { standingOf } from '../standing/index.ts';
import type { JournalEntry, Performed, ReaderOutcome, StepRef } from '../types.ts';
import { createEntryClock, type EntryClock } from './clock.ts';
import type { Beginning, Player, PracticeData } from './types.ts';

/** What was typed may take as long as a step may. */
const TYPED_TIMEOUT_MS = 30_000;

/** Plays the entries of a session, one after the other. */
export function createPlayer(): Player {
  let data: PracticeData;
  let clock: EntryClock;
  let practice: SimulatedPractice;

  const begin = (next: PracticeData, { start, seed }: Beginning) => {
    data = next;
    clock = createEntryClock(start);
    practice = openPractice({ account: data.account, seed, clock });
  };

  const perform = async (entry: JournalEntry): Promise<Performed> => {
    clock.set(entry.at);
    switch (entry.kind) {
      case 'elapse':
        clock.elapse(entry.ms);
        return { entry, ...(entry.ref && { outcome: { status: 'passed' } }) };
      case 'typed':
        return { entry, output: await practice.shell.run(entry.script, { timeoutMs: TYPED_TIMEOUT_MS }) };
      case 'step':
        return performStep(entry);
    }
  };

  const performStep = async (entry: JournalEntry & { kind: 'step' }): Promise<Performed> => {
    const found = stepOf(data.pages, entry);
    if (!found) {
      // The page has changed since. What the step did is part of the session all the same; it is no step's outcome.
      return { entry, output: await practice.shell.run(entry.script, { timeoutMs: TYPED_TIMEOUT_MS }) };
    }
    const outcome = await practice.run(found.page, found.step);
    return { entry, outcome: forThePage(outcome) };
  };

  return {
    begin,
    perform,
    complete: (line, cursor) => {
      const { surroundings } = practice.shell;
      return completeLine(line, cursor, surroundings, (words) => completeAws(words, surroundings.host()));
    },
    isUnfinished: (script) => practice.shell.isUnfinished(script),
    judge: (ref, values, pasted) => {
      const found = filledIn(data.pages, ref, values);
      if (!found) return { status: 'skipped', reason: 'There is no such step any more.' };
      return forThePage(judgePasted(found.step, pasted, accountStrings(data.account)));
    },
    standing: async (now) => {
      clock.set(now);
      const host = practice.shell.surroundings.host();
      return standingOf(await inUse(host), practice.sandbox, { accountNow: clock.account(), cwd: host.cwd });
    },
  };
}

/** The step of an entry as it was run; undefined where the page has another one by now. */
function stepOf(pages: readonly Page[], { ref, script, values = {} }: JournalEntry & { kind: 'step' }) {
  const found = filledIn(pages, ref, values);
  return found?.step.script === script ? found : undefined;
}

/** A step that runs, with the reader's values in it. */
function filledIn(
  pages: readonly Page[],
  ref: StepRef,
  values: VariableValues,
): { page: Page; step: RunnableStep } | undefined {
  const page = pages.find(({ id }) => id === ref.page);
  const step = page?.steps.find(({ id }) => id === ref.step);
  return page && step && step.role !== 'elapse'
    ? { page, step: fillIn(step, page.variables, values) }
    : undefined;
}

/** Without what only the player needs. */
function forThePage(outcome: StepOutcome): ReaderOutcome {
  if (outcome.status === 'skipped' || !outcome.verdict) return outcome as ReaderOutcome;
  const { bindings: _, ...verdict } = outcome.verdict;
  return { ...outcome, verdict };
}
