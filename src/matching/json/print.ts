import type { JsonNode } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';

const INDENT = 4;

/** Spaces of a depth of nesting, as the AWS CLI indents. */
export const indent = (depth: number): string => ' '.repeat(depth * INDENT);

/** A value's lines; `before` stands before the first (`"key": `), `after` behind the last (`,`). */
export function print(node: JsonNode, depth: number, before = '', after = ''): string[] {
  const first = `${indent(depth)}${before}`;
  const [open, close, children] = partsOf(node);
  if (children.length === 0) return [`${first}${open}${close}${after}`];
  const inner = children.flatMap(([key, child], index) =>
    print(child, depth + 1, key === undefined ? '' : keyed(key), index < children.length - 1 ? ',' : ''),
  );
  return [`${first}${open}`, ...inner, `${indent(depth)}${close}${after}`];
}

/** How a key is printed before its value. */
export const keyed = (key: string): string => `${JSON.stringify(key)}: `;

/** A value in a few words, for messages. */
export function brief(node: JsonNode): string {
  if (node.kind === 'object') return node.entries.size === 0 ? '{}' : 'an object';
  if (node.kind === 'array') return node.items.length === 0 ? '[]' : `an array of ${node.items.length}`;
  return print(node, 0)[0] ?? '';
}

function partsOf(node: JsonNode): [string, string, [string | undefined, JsonNode][]] {
  switch (node.kind) {
    case 'object': {
      const dots: [string | undefined, JsonNode][] = node.elided
        ? [[undefined, { kind: 'elision', text: '...', line: node.line, start: node.start, end: node.start }]]
        : [];
      return ['{', '}', [...node.entries, ...dots]];
    }
    case 'array':
      return ['[', ']', node.items.map((item) => [undefined, item])];
    case 'string':
      return [JSON.stringify(node.value), '', []];
    default:
      return [node.text, '', []];
  }
}

/** Position of two values, and how they are printed there. */
export interface JsonPosition {
  /** `Vpcs[0].Tags[Name].Value`; empty for the whole document. */
  readonly path: string;
  /** The key that says what a string is: its own, or that of the Key/Value pair that it is the value of. */
  readonly key?: string;
  readonly depth: number;
  readonly before: string;
  readonly after: string;
}

/** Compares two values; objects and arrays are given it for what they hold. */
export type CompareNodes = (
  comparison: ComparisonState,
  expected: JsonNode,
  actual: JsonNode,
  place: JsonPosition,
) => void;

/** Shows a value's lines, the note beside the first. */
export function showLines(
  comparison: ComparisonState,
  kind: 'same' | 'accepted' | 'expected' | 'actual' | 'extra',
  node: JsonNode,
  place: JsonPosition,
  note?: string,
): void {
  if (comparison.isTrial) return;
  for (const [index, text] of print(node, place.depth, place.before, place.after).entries()) {
    comparison.show(kind, text, index === 0 ? note : undefined);
  }
}
