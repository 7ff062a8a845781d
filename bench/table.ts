export interface Measure {
  readonly what: string;
  /** Undefined: it cannot be measured on this machine. */
  readonly value: number | undefined;
  readonly unit: string;
  /** At most this. */
  readonly goal?: number;
  readonly detail?: string;
}

export function table(measures: readonly Measure[]): string {
  const rows = [['measure', 'value', 'goal', ''], ...measures.map(row)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row({ what, value, unit, goal, detail = '' }: Measure): string[] {
  const shown = value === undefined ? 'not measured' : `${value.toFixed(2)} ${unit}`;
  const verdict = value === undefined || goal === undefined ? '' : value <= goal ? '✓ ' : '✗ ';
  return [what, shown, goal === undefined ? '' : `${verdict}at most ${goal} ${unit}`, detail];
}
