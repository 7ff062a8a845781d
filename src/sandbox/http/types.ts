import type { Account } from '../account/index.ts';
import type { LongTermKey } from '../types.ts';

export interface ServeOptions {
  readonly account: Account;
  /** 0 for any free port. */
  readonly port: number;
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
  /** Bytes of any other body. */
  readonly formBytes: number;
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly upstreamMs: number;
}

/** A sandbox that listens on 127.0.0.1, as a plain endpoint and as a proxy on one port. */
export interface ServedSandbox {
  /** `http://127.0.0.1:5666` */
  readonly url: string;
  /** In PEM. */
  readonly certificate: string;
  /** Of the account's first user with a key: whom the printed environment is for. */
  readonly readerKey: LongTermKey | undefined;
  /** Answers no more, and ends what is open. */
  close(): Promise<void>;
}
