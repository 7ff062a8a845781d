import { SIMULATED_FACTS } from '../../practice/index.ts';
import type { Page, RunFacts } from '../../procedure/index.ts';
import { readRecording } from '../recording/store.ts';
import type { PreparedRun } from './prepare.ts';

/** Gives the facts that `only=` and `not=` name, for each page of a run. */
export function factsOf({ target, provenance }: PreparedRun): (page: Page) => RunFacts {
  if (target.target === 'recording') return (page) => recordedFacts(target.root, page);
  if (target.shell === 'simulated') return () => SIMULATED_FACTS;
  const facts = { names: [target.target, target.shell], cli: versionIn(provenance.cli) };
  return () => facts;
}

/** A replay has what was recorded: steps that were not run then are not run now. */
function recordedFacts(root: string, { id }: Page): RunFacts {
  const provenance = readRecording(root, id)?.provenance;
  if (!provenance) return { names: ['recording'] };
  return { names: ['recording', provenance.target, 'bash'], cli: versionIn(provenance.cli) };
}

/** `aws-cli/2.9.19 Python/3.11.2 ...` */
const versionIn = (text: string): string | undefined => /\baws-cli\/(\d+(?:\.\d+)*)/.exec(text)?.[1];
