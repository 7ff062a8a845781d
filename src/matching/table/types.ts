/** One row of cells, trimmed. */
export interface Row {
  readonly cells: readonly string[];
  /** Line of the text, from 1. */
  readonly line: number;
  /** More space stands behind the text than before it: the CLI centres titles and names of columns, but no values. */
  readonly isFlushLeft?: boolean;
}

/** A part of a printed table: the CLI prints one for each level of a response. */
export interface Section {
  /** 1 for the outermost: the number of bars at the left. */
  readonly depth: number;
  readonly title?: Row;
  readonly header?: Row;
  readonly rows: readonly Row[];
}

export interface Table {
  readonly sections: readonly Section[];
}
