import type { Allowance, Position, Variable } from '../types.ts';

export interface Requirement {
  /** As the writer wrote it: a page's id, or a path relative to this page (`./get-session-token`). */
  readonly page: string;
  readonly place: Position;
}

export interface DeclaredVariable extends Variable {
  readonly place: Position;
}

/** Source that a translation was made from, as written by `tejun i18n accept`. */
export interface TranslationMark {
  /** Git's blob id of the source page: 40 hexadecimal digits. */
  readonly source: string;
  /** Hash of that page's prose. */
  readonly prose: string;
}

/** Settings below `tejun:` and the title; all other front matter is for Docusaurus. */
export interface FrontMatter {
  readonly title?: string;
  readonly requires: readonly Requirement[];
  readonly account?: string;
  readonly variables: readonly DeclaredVariable[];
  readonly target?: 'recording';
  readonly translation?: TranslationMark;
  readonly allow: readonly Allowance[];
}
