import type { RunFacts } from '../procedure/index.ts';
import { CLI_VERSION } from '../shell/index.ts';

/** The home that every run shows, whatever folder stands behind it. */
export const HOME = '/home/ec2-user';
export const WORKING_DIRECTORY = `${HOME}/environment`;

/** The variables a practice begins with. No AWS_ variable: the page sets what it needs. */
export const startingEnvironment: Readonly<Record<string, string>> = {
  HOME,
  USER: 'ec2-user',
  LOGNAME: 'ec2-user',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  PATH: '/usr/local/bin:/usr/bin:/bin',
};

/** Default seed of ids, keys and tokens. */
export const DEFAULT_SEED = 'tejun';

/** Facts of a practice in process, for `only=` and `not=`: in the browser and in a run that asks for nothing else. */
export const SIMULATED_FACTS: RunFacts = { names: ['sandbox', 'simulated'], cli: CLI_VERSION };
