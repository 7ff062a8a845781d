import type { FilterPattern } from './types.ts';

/** Parses a text by the grammar. Throws a SyntaxError. */
export function parse(text: string): FilterPattern;

declare class GrammarError extends Error {
  readonly location: { readonly start: { readonly offset: number } };
}

export { GrammarError as SyntaxError };
