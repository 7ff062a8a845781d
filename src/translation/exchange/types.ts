/** How far a text is: `new` has none, `draft` is to be read by a person, `done` has been. */
export type UnitState = 'new' | 'draft' | 'done';

/** A piece of a page, with its translation. */
export interface ExchangeUnit {
  readonly id: string;
  readonly source: string;
  readonly target?: string;
  readonly state: UnitState;
  /** Line of the source page; not in files that come back. */
  readonly line?: number;
  /** For the translator: the heading, what has changed, where a proposal comes from. */
  readonly notes?: readonly string[];
}

export interface ExchangePage {
  /** Path of the source page. */
  readonly sourceFile: string;
  readonly units: readonly ExchangeUnit[];
}

/** Texts that a translator's program gets, and gives back. */
export interface Exchange {
  readonly sourceLocale: string;
  readonly locale: string;
  readonly pages: readonly ExchangePage[];
}

/** A file of another form than it should be; the message says where. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
}
