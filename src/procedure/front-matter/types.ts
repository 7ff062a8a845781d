import type { LintSuppression, Position, Variable } from '../types.ts';

export interface Requirement {
  /** As the writer wrote it: a page's id, or a path relative to this page (`./get-session-token`). */
  readonly page: string;
  readonly place: Position;
}

export interface DeclaredVariable extends Variable {
  readonly place: Position;
}

/** Prose below one heading of a source, from which a translation was made. */
export interface TranslatedHeading {
  /** The heading's anchor, else its text in the source; empty for what stands before the first. */
  readonly heading: string;
  /** Hash of that prose. */
  readonly prose: string;
  /** A program has translated it, and nobody has accepted that yet. */
  readonly isMachine?: boolean;
}

/** Source that a translation was made from, as `tejun i18n accept` writes it; up to 0.2.0 as one hash, and git's blob id. */
export type TranslationMark =
  | { readonly headings: readonly TranslatedHeading[] }
  | { readonly source: string; readonly prose: string };

/** Settings below `tejun:` and the title; all other front matter is for Docusaurus. */
export interface FrontMatter {
  readonly title?: string;
  readonly requires: readonly Requirement[];
  readonly account?: string;
  readonly variables: readonly DeclaredVariable[];
  readonly target?: 'recording';
  readonly translation?: TranslationMark;
  readonly allow: readonly LintSuppression[];
}
