import { diffArrays } from 'diff';

/** Lines that were replaced: `from` of the first text by `to` of the second; either can be empty. */
export interface LineChange {
  /** Index of the first line, from 0. */
  readonly fromAt: number;
  readonly from: readonly string[];
  readonly toAt: number;
  readonly to: readonly string[];
}

/** Finds the lines that differ; `keyOf` says what counts of a line. */
export function lineChanges(
  first: readonly string[],
  second: readonly string[],
  keyOf: (line: string) => string,
): LineChange[] {
  const [a, b] = [first.map(keyOf), second.map(keyOf)];
  const changes: LineChange[] = [];
  let [fromAt, toAt] = [0, 0];
  let [removed, added] = [0, 0];
  const close = (): void => {
    if (removed + added > 0) changes.push(slid({ fromAt, toAt, removed, added }));
    fromAt += removed;
    toAt += added;
    [removed, added] = [0, 0];
  };
  for (const part of diffArrays(a, b)) {
    if (part.removed) removed += part.count ?? 0;
    else if (part.added) added += part.count ?? 0;
    else {
      close();
      fromAt += part.count ?? 0;
      toAt += part.count ?? 0;
    }
  }
  close();
  return changes;

  /** Moves a run of changed lines to the last place that equal lines allow, where diff(1) tells it. */
  function slid(run: { fromAt: number; toAt: number; removed: number; added: number }): LineChange {
    const [lines, at, count] = run.removed > 0 ? [a, run.fromAt, run.removed] : [b, run.toAt, run.added];
    let by = 0;
    if (run.removed === 0 || run.added === 0)
      while (at + count + by < lines.length && lines[at + by] === lines[at + count + by]) by += 1;
    const [from, to] = [run.fromAt + by, run.toAt + by];
    return {
      fromAt: from,
      from: first.slice(from, from + run.removed),
      toAt: to,
      to: second.slice(to, to + run.added),
    };
  }
}
