import type { Key } from './keys.ts';

/** A search backwards through the commands of before, as Ctrl-R begins it. */
export interface HistorySearch {
  readonly term: string;
  /** Index of the command that was found last; the number of commands where none was yet. */
  readonly at: number;
  readonly isFailed: boolean;
}

export const beginSearch = (history: readonly string[]): HistorySearch => ({
  ...{ term: '', at: history.length, isFailed: false },
});

/** The search after a key; undefined where the key ends it, and does what it does to the command that was found. */
export function searchOn(
  search: HistorySearch,
  key: Key,
  history: readonly string[],
): HistorySearch | undefined {
  switch (key.kind) {
    case 'text':
      return find({ ...search, term: search.term + key.text }, search.at, history);
    case 'search':
      return search.term === '' ? search : find(search, search.at - 1, history);
    case 'delete-left':
      return find({ ...search, term: search.term.slice(0, -1) }, history.length, history);
    default:
      return undefined;
  }
}

/** Writes the prompt of a history search as bash does. */
export const searchPrompt = ({ term, isFailed }: HistorySearch): string =>
  `(${isFailed ? 'failed ' : ''}reverse-i-search)\`${term}': `;

function find(search: HistorySearch, from: number, history: readonly string[]): HistorySearch {
  if (search.term === '') return beginSearch(history);
  const found = history.slice(0, from + 1).findLastIndex((command) => command.includes(search.term));
  return found < 0 ? { ...search, isFailed: true } : { ...search, at: found, isFailed: false };
}
