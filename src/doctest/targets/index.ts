import type { Practice } from '../../practice/index.ts';
import { openSimulated } from './simulated.ts';
import type { RunTarget, SessionStart } from './types.ts';

export type { RunTarget, SessionStart } from './types.ts';

/** Begins a session in which pages are practised. What a target needs is loaded only where it is asked for. */
export async function openTarget(target: RunTarget, start: SessionStart): Promise<Practice> {
  return openSimulated(target, start);
}
