import type { Page, RunFacts } from '../../procedure/index.ts';
import { readRecording } from '../../recording/files/index.ts';
import { recordedFacts, versionIn } from '../../recording/index.ts';
import { simulatedFacts } from '../plan/simulated-facts.ts';
import type { PreparedRun } from './prepare.ts';

/** Gives the facts that `only=` and `not=` name, for each page of a run. */
export function factsOf({ target, provenance }: PreparedRun): (page: Page) => RunFacts {
  if (target.target === 'recording') return ({ id }) => recordedFacts(readRecording(target.root, id));
  if (target.shell === 'simulated') return simulatedFacts(target.root);
  const facts = { names: [target.target, target.shell], cli: versionIn(provenance.cli) };
  return () => facts;
}
