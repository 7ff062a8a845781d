import type { VariableValues } from '../../procedure/index.ts';
import type { PersistedStore } from '../local-storage.ts';
import type { WorkerClient } from './types.ts';

/** Browser services that a session uses. */
export interface BrowserEnv {
  /** A player that was started already, to be ready sooner. */
  readonly connection: WorkerClient;
  connect(): WorkerClient;
  /** Store of the journal, shared by the tabs. */
  readonly journal: PersistedStore<unknown>;
  /** Secret of this browser, with which journals are sealed. */
  readonly sealKey: Uint8Array;
  values(): VariableValues;
  /** Instant, in ms of the epoch. */
  now(): number;
  drawSeed(): string;
  /** Runs one task at a time, over all tabs; rejects when the signal fires before its turn. */
  exclusively<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}
