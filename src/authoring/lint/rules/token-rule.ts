import type { TextRule } from '../types.ts';
import { isPlaceholder } from './placeholder-rule.ts';

interface Token {
  readonly name: string;
  readonly pattern: RegExp;
  /** Noun for messages: `a real session token`. */
  readonly what: string;
  /** Returns the instruction, given the start of the token: no more of it may be shown. */
  fix(start: string): string;
}

/** A rule against something that lets in whoever reads it, known by its form. Placeholders are free. */
export function tokenRule({ name, pattern, what, fix }: Token): TextRule {
  return {
    name,
    reads: 'text',
    find: (text) =>
      [...text.matchAll(pattern)]
        .filter(([token]) => !isPlaceholder(token))
        .map(({ index, 0: token }) => {
          const start = token.slice(0, 4);
          return { index, text: token, message: `${start}... looks like ${what}.`, fix: fix(start) };
        }),
  };
}
