import type { Clock } from '../../clock/index.ts';
import type { Instance } from './state/compute-types.ts';
import type { NatGateway, VpcEndpoint } from './state/types.ts';

/** How long changes of state take, in seconds: our choice, of the order that is usual on AWS. */
const SECONDS = {
  pending: 15,
  stopping: 30,
  shuttingDown: 30,
  statusChecks: 120,
  natPending: 90,
  natDeleting: 45,
  endpointPending: 60,
  endpointDeleting: 60,
} as const;

/** How long a volume is `detaching`: our choice. */
export const DETACHING_SECONDS = 5;

/** "A terminated instance remains visible for a while (usually less than an hour)" (EC2 User Guide). */
export const VISIBLE_SECONDS = 3600;

/** How many seconds of the account's time have passed since an instant. */
export const secondsSince = (clock: Clock, instant: Date): number =>
  (clock.account().getTime() - instant.getTime()) / 1000;

export type InstanceState = 'pending' | 'running' | 'stopping' | 'stopped' | 'shutting-down' | 'terminated';

/** An instance's state now: it follows from what was asked last, and when. */
export function stateOf({ phase, since }: Instance, clock: Clock): InstanceState {
  const passed = secondsSince(clock, since);
  if (phase === 'running') return passed < SECONDS.pending ? 'pending' : 'running';
  if (phase === 'stopped') return passed < SECONDS.stopping ? 'stopping' : 'stopped';
  return passed < SECONDS.shuttingDown ? 'shutting-down' : 'terminated';
}

/** Tells whether both status checks have passed: before, they say `initializing`. */
export const isChecked = (instance: Instance, clock: Clock): boolean =>
  secondsSince(clock, instance.since) >= SECONDS.statusChecks;

/** Numbers of the states (API reference, InstanceState). */
export const STATE_CODES: Readonly<Record<InstanceState, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

export function natState({ created, deleted, failure }: NatGateway, clock: Clock) {
  if (deleted) return secondsSince(clock, deleted) < SECONDS.natDeleting ? 'deleting' : 'deleted';
  if (secondsSince(clock, created) < SECONDS.natPending) return 'pending';
  return failure ? 'failed' : 'available';
}

/** A gateway endpoint works at once; an interface endpoint first makes its network interfaces. */
export function endpointState({ type, created, deleted }: VpcEndpoint, clock: Clock) {
  if (deleted) return secondsSince(clock, deleted) < SECONDS.endpointDeleting ? 'deleting' : 'deleted';
  return type === 'Interface' && secondsSince(clock, created) < SECONDS.endpointPending
    ? 'pending'
    : 'available';
}
