import type { Problem } from '../procedure/types.ts';

/** A page and one translation of it, as texts; one of the two may not be there. */
export interface PagePair {
  /** Path below docs/ without its extension. */
  readonly id: string;
  readonly locale: string;
  /** Path of the source page, and of the translation, whether they are there or not. */
  readonly sourceFile: string;
  readonly file: string;
  readonly source?: string;
  readonly translation?: string;
}

/**
 * How a translation stands to its source. `missing`: there is none. `fresh`: made from prose that is the same today.
 * `stale`: the source's prose has changed since. `machine`: a program has translated it, and nobody has read that.
 * `untranslated`: text of the source stands in it. `untracked`: it does not say what it was made from. `orphan`: it has
 * no source.
 */
export type Freshness = 'missing' | 'fresh' | 'stale' | 'machine' | 'untranslated' | 'untracked' | 'orphan';

export interface HeadingStatus {
  /** As it reads in the source; of an orphan, in the translation. */
  readonly heading: string;
  /** As it reads in the translation, where it is there. */
  readonly translated?: string;
  /** The anchor that the heading names for itself. */
  readonly anchor?: string;
  readonly state: Freshness;
}

/** A run of words: as it stays, or only in the old prose, or only in the new. */
export interface ProsePart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Change of the prose below one heading of the source since it was translated. */
export interface ProseChange {
  readonly heading: string;
  readonly anchor?: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly parts: readonly ProsePart[];
}

/** A line of a translation that is text of the source. */
export interface UntranslatedLine {
  readonly line: number;
  /** As written, without the spaces around it. */
  readonly text: string;
}

export interface PageStatus {
  readonly page: string;
  readonly locale: string;
  readonly sourceFile: string;
  readonly file: string;
  readonly state: Freshness;
  /** Headings of the source in order, then those that only the translation has. */
  readonly headings: readonly HeadingStatus[];
  /** Commands, examples and settings that differ from the source. */
  readonly problems: readonly Problem[];
  /** Lines that are text of the source; absent where there are none. */
  readonly untranslated?: readonly UntranslatedLine[];
  /** Of a stale page; absent when the old source can no longer be read. */
  readonly changes?: readonly ProseChange[];
}
