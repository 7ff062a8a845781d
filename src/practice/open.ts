import { accountStrings, createManualClock, createRandom, createSandbox } from '../aws/sandbox/index.ts';
import { createSimulatedShell } from '../shell/index.ts';
import { circumstancesOf } from './circumstances.ts';
import { createPractice } from './create.ts';
import { HOME, startingEnvironment, startingFiles, WORKING_DIRECTORY } from './home.ts';
import { DEFAULT_SEED } from './seed.ts';
import type { PracticeOptions, SimulatedPractice } from './types.ts';

const DEFAULT_START = new Date('2026-01-05T00:00:00Z');

/** Begins a practice in process: a fresh account from its description, a fresh home, a shell with the built-in `aws`. */
export function openPractice(options: PracticeOptions): SimulatedPractice {
  const clock = options.clock ?? createManualClock(options.start ?? DEFAULT_START);
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
    elapse: (milliseconds) => clock.elapse(milliseconds),
    seed: options.seed ?? DEFAULT_SEED,
  });
  const accountData = { strings: accountStrings(options.account), compare: 'equal' } as const;
  const practice = createPractice({
    shell,
    clock,
    accountData,
    revises: options.revises,
    circumstances: () => circumstancesOf(shell, sandbox, clock.account()),
  });
  return { ...practice, shell, sandbox };
}
