import { type AccountState, defineSlice } from '../../../operation/index.ts';
import type { Compute } from './compute-types.ts';
import { computeResources } from './listed-resources.ts';

/** The instances of an account and what belongs to them: a new account has none. */
export const computeOf = (state: AccountState): Compute => state.of(compute);

const compute = defineSlice(
  'ec2-compute',
  (): Compute => ({
    instances: new Map(),
    keyPairs: new Map(),
    volumes: new Map(),
    snapshots: new Map(),
    images: new Map(),
    launchTemplates: new Map(),
  }),
  computeResources,
);
