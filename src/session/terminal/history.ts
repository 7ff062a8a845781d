import type { Key } from './keys.ts';

const LONGEST = 500;

/** Adds a command as bash does with HISTCONTROL=ignoreboth: not one that begins with a space, nor the same twice. */
export function addToHistory(history: readonly string[], command: string): readonly string[] {
  const isKept = command.trim() !== '' && !command.startsWith(' ') && history.at(-1) !== command;
  return isKept ? [...history, command].slice(-LONGEST) : history;
}

/** A walk through the commands of before; what stood at the prompt stays at its end. */
export interface HistoryCursor {
  readonly lines: readonly string[];
  readonly at: number;
}

export const beginWalk = (history: readonly string[], current: string): HistoryCursor => ({
  lines: [...history, current],
  at: history.length,
});

/** The walk one step on; undefined where there is no such command. Changed lines stay as they were changed. */
export function walk({ lines, at }: HistoryCursor, current: string, step: -1 | 1): HistoryCursor | undefined {
  const to = at + step;
  return to < 0 || to >= lines.length ? undefined : { lines: lines.with(at, current), at: to };
}

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
