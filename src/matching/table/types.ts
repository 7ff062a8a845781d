/** One row of cells, trimmed. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Line of the text, from 1. */
  readonly line: number;
  /** More space stands behind the text than before it: the CLI centres titles and names of columns, but no values. */
  readonly isFlushLeft?: boolean;
}

/** A part of a printed table: the CLI prints one for each level of a response. */
export interface TableSection {
  /** 1 for the outermost: the number of bars at the left. */
  readonly depth: number;
  readonly title?: TableRow;
  readonly header?: TableRow;
  readonly rows: readonly TableRow[];
}

export interface Table {
  readonly sections: readonly TableSection[];
}
