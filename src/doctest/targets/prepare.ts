import { DEFAULT_SEED } from '../../practice/index.ts';
import type { Provenance } from '../report/types.ts';
import type { RunTarget } from './types.ts';

/** What was asked for, as the command line understands it. */
export interface RunChoice {
  readonly target: RunTarget['target'];
  readonly shell: RunTarget['shell'];
  readonly seed?: string;
}

/** A run that can begin: what it needs has been found. */
export interface PreparedRun {
  readonly target: RunTarget;
  readonly seed: string;
  readonly provenance: Provenance;
}

/** Finds what a run needs on this machine. `now` is the machine's time. @throws UsageError where something lacks. */
export async function prepareRun(choice: RunChoice, now: Date): Promise<PreparedRun> {
  const { target, shell, seed = DEFAULT_SEED } = choice;
  const provenance = { date: now.toISOString(), target, shell, cli: 'built-in', seed };
  return { target: { target, shell }, seed, provenance };
}
