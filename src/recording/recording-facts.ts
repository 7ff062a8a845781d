import type { RunFacts } from '../procedure/run-facts.ts';
import type { Recording } from './types.ts';

/** Facts of a run from a recording, for `only=` and `not=`: steps that were not run then are not run now. */
export function recordedFacts(recording: Recording | undefined): RunFacts {
  if (!recording) return { names: ['recording'] };
  const { target, cli } = recording.provenance;
  // The sandbox answers what the emulator behind it does not get.
  const targets = target === 'emulator' ? ['sandbox'] : [target];
  return { names: ['recording', ...targets, 'bash'], cli: versionIn(cli) };
}

/** Finds the version in `aws-cli/2.9.19 Python/3.11.2 ...`. */
export function versionIn(text: string): string | undefined {
  return /\baws-cli\/(\d+(?:\.\d+)*)/.exec(text)?.[1];
}
