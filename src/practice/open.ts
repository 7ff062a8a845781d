import { accountStrings, createManualClock, createRandom, createSandbox } from '../aws/sandbox/index.ts';
import type { AccountData } from '../matching/index.ts';
import type { Page } from '../procedure/index.ts';
import { RecordedPages } from '../recording/index.ts';
import { createSimulatedShell } from '../shell/index.ts';
import { createPractice } from './create-practice.ts';
import { failureFactsOf } from './diagnosis.ts';
import { startingFiles } from './starting-files.ts';
import { DEFAULT_SEED, HOME, startingEnvironment, WORKING_DIRECTORY } from './starting-point.ts';
import type { Practice, PracticeClock, PracticeOptions, SimulatedPractice } from './types.ts';

const DEFAULT_START = new Date('2026-01-05T00:00:00Z');
const NO_RECORDINGS = { recordingOf: () => undefined };

/**
 * Begins a practice in process: a fresh account from its description, a fresh home, a shell with the built-in `aws`.
 * On pages with the target `recording`, and in the terminal after their steps, a recording answers for `aws`.
 */
export function openPractice(options: PracticeOptions): SimulatedPractice {
  const clock = options.clock ?? createManualClock(options.start ?? DEFAULT_START);
  const random = createRandom(options.seed ?? DEFAULT_SEED);
  const sandbox = createSandbox({ account: options.account, clock, random });
  const recorded = new RecordedPages(options.recordings ?? NO_RECORDINGS, clock.account());
  let isPlaying = isRecorded(options.first);
  if (options.first && isPlaying) recorded.enter(options.first);
  const current = (): PracticeClock => (isPlaying ? recorded.clock : clock);
  const shell = createSimulatedShell({
    home: HOME,
    cwd: WORKING_DIRECTORY,
    files: startingFiles({ key: sandbox.longTermKeys[0], userKeys: sandbox.longTermKeys }, options.account),
    env: startingEnvironment,
    aws: (args, host, builtIn) => (isPlaying ? recorded.player.aws(args, host) : builtIn(args, host)),
    transport: sandbox.handleMessage,
    wall: () => clock.wall(),
    account: () => current().account(),
    elapse: (milliseconds) => void current().elapse(milliseconds),
    seed: options.seed ?? DEFAULT_SEED,
    printed: options.printed,
  });
  const strings = accountStrings(options.account);
  const ofRecording = recordedAccountData(recorded, strings);
  const ofSandbox = { strings, compare: 'equal' } as const;
  const practice = createPractice({
    shell,
    clock: {
      account: () => current().account(),
      elapse: (milliseconds) => current().elapse(milliseconds),
      tick: (milliseconds) => current().tick?.(milliseconds),
    },
    accountDataOf: (page) => (isRecorded(page) ? ofRecording(page) : ofSandbox),
    updatesExamples: options.updatesExamples,
    failureFacts: async () => (isPlaying ? undefined : failureFactsOf(shell, sandbox, clock.account())),
  });
  const play = playFrom(recorded, practice.run);
  return {
    ...practice,
    shell,
    sandbox,
    run: (page, step, typed) => {
      isPlaying = isRecorded(page);
      return isPlaying ? play(page, step, typed) : practice.run(page, step, typed);
    },
  };
}

const isRecorded = (page: Page | undefined): boolean => page?.target === 'recording';

/** Runs steps for which a recording answers: one that it does not answer fails, whatever was printed in its place. */
export const playFrom = (pages: RecordedPages, run: Practice['run']): Practice['run'] =>
  async function play(page, step, typed) {
    pages.begin(page, step);
    const outcome = await run(page, step, typed);
    const complaints = pages.end(page, step);
    const output = 'output' in outcome ? outcome.output : undefined;
    if (!output || complaints.length === 0) return outcome;
    // Its output in place of a recorded result says nothing more.
    const reason = complaints.join('\n');
    return { status: 'failed', reason, output: { ...output, stdout: '', stderr: '' } };
  };

/** Strings of the account file. Recorded values of another account than the sandbox stay as they are. */
export const recordedAccountData =
  (pages: RecordedPages, strings: AccountData['strings']) =>
  (page: Page): AccountData => {
    const { target = 'sandbox' } = pages.recordingOf(page)?.provenance ?? {};
    return { strings, compare: target === 'sandbox' ? 'equal' : 'form' };
  };
