import { parseJson } from '../../procedure/json/index.ts';

/** Place at which a text stops being JSON, and what stands there: nothing where the text ends too early. */
export interface FaultPlace {
  /** From 1. */
  readonly line: number;
  /** Offset in the text. */
  readonly at: number;
  readonly found: string;
}

/** Finds the first fault of a text as JSON; the messages of `JSON.parse` differ by browser, and name no line. */
export function jsonFault(text: string): FaultPlace | undefined {
  const parsed = parseJson(text, 'document');
  if ('values' in parsed) return undefined;
  const { line, offset } = parsed.fault;
  // A text that ends too early does so behind its white space.
  const at = offset + text.slice(offset).search(/[^ \t\r\n]|$/);
  const found = /^(?:"[^"\n]*"?|[\w.+-]+|.)/u.exec(text.slice(at))?.[0] ?? '';
  return { line, at, found };
}
