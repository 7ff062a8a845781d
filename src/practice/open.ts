import type { Bindings, Verdict } from '../matching/index.ts';
import type { Page, RunnableStep, Step } from '../procedure/index.ts';
import { accountStrings, createManualClock, createRandom, createSandbox } from '../sandbox/index.ts';
import { createSimulatedShell, type ShellOutput } from '../shell/index.ts';
import { HOME, startingEnvironment, startingFiles, WORKING_DIRECTORY } from './home.ts';
import { judge, requestedDuration } from './judge.ts';
import type { Practice, PracticeOptions, StepOutcome } from './types.ts';

const DEFAULT_SEED = 'tejun';
const DEFAULT_START = new Date('2026-01-05T00:00:00Z');
const DEFAULT_TIMEOUT_MS = 30_000;
/** Each step takes a moment of the practice's time, so that no two happen at once. */
const STEP_MS = 1_000;

/** Begins a practice: a fresh account from its description, a fresh home, a shell with the built-in `aws`. */
export function openPractice(options: PracticeOptions): Practice {
  const clock = createManualClock(options.start ?? DEFAULT_START);
  const random = createRandom(options.seed ?? DEFAULT_SEED);
  const sandbox = createSandbox({ account: options.account, clock, random });
  const shell = createSimulatedShell({
    home: HOME,
    cwd: WORKING_DIRECTORY,
    files: startingFiles(sandbox.longTermKeys[0]),
    env: startingEnvironment,
    transport: sandbox.handleMessage,
    wall: () => clock.wall(),
    account: () => clock.account(),
  });
  const accountData = { strings: accountStrings(options.account), compare: 'equal' } as const;
  /** What the examples of a page stood for so far: one value, one meaning. */
  const bindings = new Map<string, Bindings>();

  const runScript = async (page: Page, step: RunnableStep): Promise<StepOutcome> => {
    if (step.skip !== undefined) return { status: 'skipped', reason: step.skip };
    clock.tick(STEP_MS);
    const output = await shell.run(step.script, { timeoutMs: step.timeoutMs ?? DEFAULT_TIMEOUT_MS });
    const verdict = judge(step, output, {
      now: clock.account(),
      durationSeconds: requestedDuration(step.script),
      bindings: bindings.get(page.id) ?? new Map(),
      accountData,
    });
    if (verdict.passed) bindings.set(page.id, verdict.bindings);
    return outcome(output, verdict);
  };

  return {
    clock,
    run: async (page: Page, step: Step): Promise<StepOutcome> => {
      if (step.role !== 'elapse') return runScript(page, step);
      clock.elapse(step.durationMs);
      return { status: 'passed' };
    },
    close: () => shell.close(),
  };
}

function outcome(output: ShellOutput, verdict: Verdict): StepOutcome {
  if (output.stopped) return { status: 'failed', reason: output.stopped, output, verdict };
  if (verdict.passed) return { status: 'passed', output, verdict };
  const reason = verdict.differences[0]?.message ?? 'The result differs from the example.';
  return { status: 'failed', reason, output, verdict };
}
