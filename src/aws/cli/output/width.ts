import { eastAsianWidth } from 'get-east-asian-width';

/** Columns a text takes in a terminal, as the CLI counts them: wide, full and ambiguous characters take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += eastAsianWidth(char.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return width;
}
