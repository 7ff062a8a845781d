import type { JsonNode } from '../../procedure/json/index.ts';
import { print } from '../json/print.ts';
import type { MaskForPage } from './mask-for-page.ts';

/** How a page lays out its JSON. */
export interface JsonLayout {
  /** One step of indentation; undefined where all stands on one line. */
  readonly unit?: string;
}

/** A member or element of the revised container. */
export type RevisedPart =
  /** One of the example. */
  | { readonly of: number; readonly after?: undefined; readonly text: string }
  /** A new one, behind that of the example; its text follows from its indentation. */
  | { readonly of?: undefined; readonly after: number; readonly text: (indent: string) => string };

interface Range {
  readonly start: number;
  readonly end: number;
}

export function layoutOf(body: string): JsonLayout {
  if (!body.trim().includes('\n')) return {};
  return { unit: /\n([ \t]+)\S/.exec(body)?.[1] ?? '    ' };
}

/** A value of the output, as the page would lay it out at this indentation. */
export function printIn({ unit }: JsonLayout, node: JsonNode, indent: string, publish: MaskForPage): string {
  const lines = print(node, 0);
  if (unit === undefined) {
    const joined = lines.map((line) => line.trim()).join(' ');
    return publish(joined.replace(/([{[]) (?=\S)/g, '$1').replace(/ ([}\]])/g, '$1'));
  }
  const indented = lines.map((line) =>
    line.replace(/^(?: {4})+/, (spaces) => unit.repeat(spaces.length / 4)),
  );
  return publish(indented.join(`\n${indent}`));
}

export interface Rebuilding {
  readonly body: string;
  readonly layout: JsonLayout;
  readonly container: Range;
  /** Members or elements of the example, in order. */
  readonly items: readonly Range[];
  /** New content of the container. */
  readonly parts: readonly RevisedPart[];
}

/** A container with other members; what stands before, between and behind them stays as it is. */
export function rebuild(rebuilding: Rebuilding): string {
  const { body, container, parts } = rebuilding;
  const [open, close] = [body.charAt(container.start), body.charAt(container.end - 1)];
  if (parts.length === 0) return open + close;
  const { lead, between, tail, indent } = frameOf(rebuilding);
  let text = open + lead;
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (before) text += separator(before, part, rebuilding) ?? between;
    text += typeof part.text === 'string' ? part.text : part.text(indent);
  }
  return text + tail + close;
}

/** Returns the text before the first item, between new ones, and after the last. */
function frameOf({ body, layout: { unit }, container: { start, end }, items }: Rebuilding) {
  const outer = indentAt(body, start);
  const [first, last] = [items[0], items.at(-1)];
  if (first && last) {
    const lead = body.slice(start + 1, first.start);
    const indent = indentAt(body, first.start);
    const between = lead.includes('\n') ? `,\n${indent}` : ', ';
    return { lead, between, tail: body.slice(last.end, end - 1), indent };
  }
  if (unit === undefined) return { lead: '', between: ', ', tail: '', indent: '' };
  const indent = outer + unit;
  return { lead: `\n${indent}`, between: `,\n${indent}`, tail: `\n${outer}`, indent };
}

/** The example's own text between two of its items, also an elision that stood between two others in their place. */
function separator(before: RevisedPart, part: RevisedPart, { body, items }: Rebuilding): string | undefined {
  const gap = (index: number): string => body.slice(items[index]?.end, items[index + 1]?.start);
  const from = Math.max(0, before.of ?? before.after);
  if (part.of === undefined) return undefined;
  if (before.of !== undefined && part.of === from + 1) return gap(from);
  for (let index = from; index < part.of; index++) if (/[^\s,]/.test(gap(index))) return gap(index);
  return undefined;
}

function indentAt(body: string, offset: number): string {
  const lineStart = body.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(body.slice(lineStart, offset))?.[0] ?? '';
}
