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
