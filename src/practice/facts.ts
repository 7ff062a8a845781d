import type { RunFacts } from '../procedure/index.ts';
import { CLI_VERSION } from '../shell/index.ts';

/** Facts of a practice in process, for `only=` and `not=`: in the browser and in a run that asks for nothing else. */
export const SIMULATED_FACTS: RunFacts = { names: ['sandbox', 'simulated'], cli: CLI_VERSION };
