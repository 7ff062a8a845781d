/** Parses a text by the grammar. Throws a SyntaxError. */
export function parse(text: string, options: { startRule: string }): unknown;

declare class GrammarError extends Error {
  readonly location: { readonly start: { readonly offset: number } };
}

export { GrammarError as SyntaxError };
