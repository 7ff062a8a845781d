import { completeAws } from '../../aws/cli/index.ts';
import { accountStrings } from '../../aws/sandbox/index.ts';
import type { Bindings } from '../../matching/index.ts';
import {
  judgePasted,
  openPractice,
  type StepOutcome as PracticeOutcome,
  SIMULATED_FACTS,
  type SimulatedPractice,
} from '../../practice/index.ts';
import {
  applyVariables,
  isSameScript,
  type Page,
  type RunFacts,
  type RunnableStep,
  stepForRun,
  type VariableValues,
} from '../../procedure/index.ts';
import { recordedFacts } from '../../recording/index.ts';
import type { ShellOutput } from '../../shell/index.ts';
import { type AccountWatch, watchAccount } from '../account-view.ts';
import { awsContextOf } from '../aws-context/index.ts';
import { completeLine } from '../completion/index.ts';
import { homeFilesOf } from '../home-files.ts';
import type { EventResult, SessionEvent, SessionStepOutcome, StepRef } from '../types.ts';
import { createEntryClock, type EntryClock } from './entry-clock.ts';
import { createTelling } from './telling.ts';
import type { Beginning, Executor, PracticeData } from './types.ts';

/** Time limit of a typed command, the same as of a step. */
const TYPED_TIMEOUT_MS = 30_000;

/** Plays the events of a session, one after the other. */
export function createExecutor(now: () => number = () => 0): Executor {
  const told = createTelling(now);
  let data: PracticeData;
  let clock: EntryClock;
  let practice: SimulatedPractice;
  let watch: AccountWatch;
  /** Commands typed since the last step, with their output: they may be the beginning of one. */
  let typed: { readonly script: string; readonly output: ShellOutput }[] = [];

  const start = (next: PracticeData, beginning: Beginning) => {
    data = next;
    clock = createEntryClock(beginning.start);
    typed = [];
    const { account, pages, recordings = [] } = data;
    const recordingOf = ({ id }: Page) => recordings.find(({ page }) => page === id);
    practice = openPractice({
      account,
      clock,
      seed: beginning.seed,
      recordings: { recordingOf, locale: pages[0]?.locale },
      first: pages[0],
      printed: told.hear,
    });
    watch = watchAccount(practice.sandbox);
  };

  const perform = async (event: SessionEvent, tell?: (text: string) => void): Promise<EventResult> => {
    told.begin(tell);
    const result = await performAt(event);
    told.begin(undefined);
    watch.note();
    return result;
  };

  const performAt = async (event: SessionEvent): Promise<EventResult> => {
    clock.set(event.at);
    switch (event.kind) {
      case 'elapse':
        typed = [];
        clock.elapse(event.ms);
        return { event, ...(event.ref && { outcome: { status: 'passed' } }) };
      case 'typed':
        return performTyped(event);
      case 'step':
        return performStep(event);
    }
  };

  const performTyped = async (event: SessionEvent & { kind: 'typed' }): Promise<EventResult> => {
    const { script } = event;
    const output = await practice.shell.run(script, { timeoutMs: TYPED_TIMEOUT_MS });
    typed.push({ script, output });
    return { event, output };
  };

  const performStep = async (event: SessionEvent & { kind: 'step' }): Promise<EventResult> => {
    const found = stepOf(data.pages, event);
    const { at, script, typed: as } = event;
    // The page has changed since. What the step did is part of the session all the same; it is no step's outcome.
    if (!found) return performTyped({ kind: 'typed', script: as?.script ?? script, at });
    const earlier = as?.lines ? typed.slice(-as.lines).map(({ output }) => output) : [];
    const last = as?.lines ? { script: as.script, earlier } : undefined;
    const step = stepForRun(found.step, factsOf(data, found.page), found.page.locale);
    const outcome = await practice.run(found.page, step, last);
    if (as?.tentative && outcome.status === 'failed') {
      const { output } = outcome;
      typed.push({ script: as.script, output });
      return { event: { kind: 'typed', script: as.script, at }, output };
    }
    typed = [];
    return { event, outcome: forThePage(outcome, practice.ownValuesOf(found.page, found.step)) };
  };

  /** How many lines typed before make the step of a script, with it; undefined where it is another. */
  const linesBefore = (script: string, { page, step }: { page: Page; step: RunnableStep }) => {
    const wanted = [step.script, practice.scriptOf(page, step)];
    const most = Math.min(typed.length, step.script.split('\n').length - 1);
    for (let lines = 0; lines <= most; lines += 1) {
      const before = lines === 0 ? [] : typed.slice(-lines).map((one) => one.script);
      const whole = [...before, script].join('\n');
      if (wanted.some((one) => isSameScript(one, whole))) return lines;
    }
    return undefined;
  };

  return {
    start,
    perform,
    complete: (line, cursor) => {
      const { view } = practice.shell;
      return completeLine(line, cursor, view, (words) => completeAws(words, view.host()));
    },
    isUnfinished: (script) => practice.shell.isUnfinished(script),
    recognize: (script, refs, values) => {
      for (const ref of refs) {
        const found = filledIn(data.pages, ref, values);
        const lines = found && linesBefore(script, found);
        if (lines !== undefined) return { ref, lines };
      }
      return undefined;
    },
    judge: (ref, values, pasted) => {
      const found = filledIn(data.pages, ref, values);
      if (!found) return { status: 'skipped', reason: 'There is no such step any more.' };
      return forThePage(judgePasted(found.step, pasted, accountStrings(data.account)));
    },
    accountView: (now) => {
      clock.set(now);
      return watch.view();
    },
    homeFiles: () => homeFilesOf(practice.shell.view),
    readFile: (path) => practice.shell.state.readFile(path),
    awsContext: async (now) => {
      clock.set(now);
      const host = practice.shell.view.host();
      return awsContextOf(await practice.shell.view.effectiveConfig(), practice.sandbox, {
        accountNow: clock.account(),
        cwd: host.cwd,
      });
    },
  };
}

/** Facts that `only=` and `not=` name, on a page that the sandbox or a recording answers. */
function factsOf({ recordings = [] }: PracticeData, { id, target }: Page): RunFacts {
  if (target !== 'recording') return SIMULATED_FACTS;
  return recordedFacts(recordings.find(({ page }) => page === id));
}

/** The step of an event as it was run; undefined where the page has another one by now. */
function stepOf(pages: readonly Page[], { ref, script, values = {} }: SessionEvent & { kind: 'step' }) {
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
    ? { page, step: applyVariables(step, page.variables, values) }
    : undefined;
}

/** Without what only the player needs. */
function forThePage(outcome: PracticeOutcome, own: Bindings = new Map()): SessionStepOutcome {
  if (outcome.status === 'skipped' || !outcome.verdict) return outcome as SessionStepOutcome;
  const { bindings: _, ...verdict } = outcome.verdict;
  if (outcome.status === 'failed' || own.size === 0) return { ...outcome, verdict };
  return { ...outcome, verdict, own };
}
