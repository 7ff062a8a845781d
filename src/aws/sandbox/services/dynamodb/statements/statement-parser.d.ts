/** Parses a text by the grammar. Throws a SyntaxError. */
export function parse(text: string): unknown;

declare class GrammarError extends Error {
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

export { GrammarError as SyntaxError };
