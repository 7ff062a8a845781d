import type { TextRule } from '../types.ts';
import { isPlaceholder } from './placeholder.ts';

interface Token {
  readonly name: string;
  readonly pattern: RegExp;
  /** What it looks like: `a real session token`. */
  readonly what: string;
  /** What to write instead; given how the token begins, which is all that may be shown of it. */
  mend(start: string): string;
}

/** A rule against something that lets in whoever reads it, known by its form. Placeholders are free. */
export function tokenRule({ name, pattern, what, mend }: Token): TextRule {
  return {
    name,
    reads: 'text',
    find: (text) =>
      [...text.matchAll(pattern)]
        .filter(([token]) => !isPlaceholder(token))
        .map(({ index, 0: token }) => {
          const start = token.slice(0, 4);
          return { index, text: token, message: `${start}... looks like ${what}.`, mend: mend(start) };
        }),
  };
}
