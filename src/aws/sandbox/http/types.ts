import type { Account } from '../account/index.ts';
import type { LongTermKey } from '../types.ts';
import type { ServedClock } from './served-clock.ts';

export interface ServeOptions {
  readonly account: Account;
  /** A port of 127.0.0.1, 0 for any free one; or the path of a Unix socket, for clients without a network. */
  readonly listen: number | string;
  /** Ids, keys and tokens follow from it. */
  readonly seed: string;
  /** `http://127.0.0.1:5000`: an emulator that answers what the sandbox lacks. */
  readonly upstream?: URL;
  readonly limits?: Partial<Limits>;
}

/** How much and how long a client may ask for. */
export interface Limits {
  /** Bytes of a body that goes to S3: an object or a part of one. */
  readonly objectBytes: number;
  /** Bytes of a body that goes to S3 without a known access key, such as a form POST. */
  readonly anonymousBytes: number;
  /** Bytes of the bodies of all connections together. */
  readonly allBodiesBytes: number;
  /** Connections at once. */
  readonly connections: number;
  /** Bytes of any other body. */
  readonly formBytes: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly upstreamMs: number;
}

/** A sandbox that listens on this machine only, as a plain endpoint and as a proxy in one. */
export interface ServedSandbox {
  /** `http://127.0.0.1:5666`; without a port where it listens on a Unix socket. */
  readonly url: string;
  /** In PEM. */
  readonly certificate: string;
  /** Of the account's first user with a key: whom the printed environment is for. */
  readonly readerKey: LongTermKey | undefined;
  /** Keys of all users, the reader's first. */
  readonly userKeys: readonly LongTermKey[];
  readonly clock: ServedClock;
  /** Opens the control endpoint; a new one for each run. */
  readonly secret: string;
  /** Answers no more, and ends what is open. */
  close(): Promise<void>;
}
