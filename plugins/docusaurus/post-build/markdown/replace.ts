/** From `start` up to, not including, `end`, another text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Spans may touch, and one that lies within an earlier one goes with it. */
export function replaceSpans(source: string, replacements: readonly TextEdit[]): string {
  const ordered = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let result = '';
  for (const { start, end, text } of ordered) {
    if (start < at) continue;
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
