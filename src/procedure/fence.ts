import type { Code } from 'mdast';
import { type FenceInfo, parseInfo } from './info-string.ts';
import { type SourceText, spanOf } from './source-text.ts';
import type { Position, Span } from './types.ts';

/** A fence of the page with its place in the source. */
export interface Fence {
  readonly info: FenceInfo;
  readonly span: Span;
  /** The content without the final line break, with `\n` between lines whatever the source has. */
  readonly body: string;
  readonly bodySpan: Span;
  /** The run of backticks or tildes that opens it. */
  readonly marker: string;
  readonly closed: boolean;
  /** Place of a word in the info string; the start of the fence where it is not found as written. */
  placeOf(word: string): Position;
  /** Place of a line (from 1) and column (from 1) of the body. */
  placeInBody(line: number, column: number): Position;
}

/** Reads a fence; undefined for code without a fence. */
export function readFence(node: Code, source: SourceText): Fence | undefined {
  if (!node.position) return undefined;
  const span = spanOf(source, node.position);
  const opening = source.line(span.start.line).slice(span.start.column - 1);
  const marker = /^(?:`{3,}|~{3,})/.exec(opening)?.[0];
  if (!marker) return undefined;

  const body = node.value.replace(/\r\n?/g, '\n');
  const lines = body.split('\n');
  const placeInBody = (line: number, column: number): Position => {
    const sourceLine = span.start.line + line;
    // The indentation that a list or quote asks for stands before the body's own text.
    const indent = Math.max(0, source.line(sourceLine).length - (lines[line - 1] ?? '').length);
    return source.at(sourceLine, indent + column - 1);
  };
  return {
    info: parseInfo(node.lang ?? '', node.meta ?? ''),
    span,
    body,
    bodySpan:
      body === ''
        ? emptySpan(source.at(span.start.line + 1, 0))
        : { start: placeInBody(1, 1), end: placeInBody(lines.length, (lines.at(-1) ?? '').length + 1) },
    marker,
    closed: isClosed(source, span, marker, lines),
    placeOf: (word) => {
      const index = opening.indexOf(word, marker.length);
      return index === -1 ? span.start : source.at(span.start.line, span.start.column - 1 + index);
    },
    placeInBody,
  };
}

const emptySpan = (place: Position): Span => ({ start: place, end: place });

/** Markdown closes an open fence silently at the end of what holds it: only the source tells. */
function isClosed(
  source: SourceText,
  { start, end }: Span,
  marker: string,
  lines: readonly string[],
): boolean {
  const last = source.line(end.line).slice(0, end.column - 1);
  const closing = /(`{3,}|~{3,})[ \t]*$/.exec(last)?.[1];
  if (end.line === start.line || !closing?.startsWith(marker)) return false;
  const inside = end.line - start.line - 1;
  return inside === lines.length || (inside === 0 && lines.join('') === '');
}

/** The line (from 1) of the body where another fence with a role begins: there the writer meant this one to end. */
export function swallowedFence(fence: Fence): number | undefined {
  if (!fence.body.includes(fence.marker)) return undefined;
  const opening =
    /^\s*(`{3,}|~{3,})[ \t]*[\w-]+[ \t]+(?:(?:env|check|command|setup|cleanup|result)(?:\s|$)|file=\S)/;
  const index = fence.body.split('\n').findIndex((line) => opening.exec(line)?.[1]?.startsWith(fence.marker));
  return index === -1 ? undefined : index + 1;
}
