import { type AccountState, defineSlice } from '../../operation/index.ts';
import type { Invocation } from './run-function.ts';

/** An asynchronous invocation that has failed and is tried again. */
export interface Retry {
  readonly functionName: string;
  readonly region: string;
  readonly version: string;
  readonly invocation: Pick<Invocation, 'requestId' | 'event' | 'invokedArn'>;
  readonly attempt: number;
  readonly due: Date;
}

export const retries = defineSlice('lambda-retries', () => ({ pending: [] as Retry[] }));

/** True where something waits to be tried again: the runtime is not loaded without need. */
export const hasRetries = ({ state }: { readonly state: AccountState }) =>
  state.of(retries).pending.length > 0;
