import type { Allowance, Position, Variable } from '../types.ts';

export interface Requirement {
  /** As the writer wrote it: a page's id, or a path relative to this page (`./get-session-token`). */
  readonly page: string;
  readonly place: Position;
}

export interface DeclaredVariable extends Variable {
  readonly place: Position;
}

/** What a translation was made from, as `tejun i18n accept` wrote it. */
export interface TranslationMark {
  /** Git's blob id of the source page: 40 hexadecimal digits. */
  readonly source: string;
  /** Hash of that page's prose. */
  readonly prose: string;
}

/** What a page's front matter says to us; all else in it is Docusaurus's. */
export interface FrontMatter {
  readonly title?: string;
  readonly requires: readonly Requirement[];
  readonly account?: string;
  readonly variables: readonly DeclaredVariable[];
  readonly translation?: TranslationMark;
  readonly allow: readonly Allowance[];
}
