import type { VariableValues } from '../../procedure/index.ts';
import type { Stored } from '../stored.ts';
import type { PlayerConnection } from './types.ts';

/** What a session needs of the browser. */
export interface SessionHost {
  /** A player that was started already, to be ready sooner. */
  readonly connection: PlayerConnection;
  connect(): PlayerConnection;
  /** Where the journal is kept, shared by the tabs. */
  readonly journal: Stored<unknown>;
  values(): VariableValues;
  /** Instant, in ms of the epoch. */
  now(): number;
  drawSeed(): string;
  /** Runs one task at a time, over all tabs; rejects when the signal fires before its turn. */
  exclusively<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}
