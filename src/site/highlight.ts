/**
 * How a fence's code is coloured, found while the site is built and carried in the page beside the code: a reader's
 * browser needs no parser of languages. Bundled for the browser, so it knows none.
 */

/** Style of a piece of code; `src/theme/CodeBlock/Content` has a colour for each. */
export type TokenStyle = 'comment' | 'string' | 'name' | 'word' | 'quiet';

export interface HighlightedText {
  readonly text: string;
  readonly paint?: TokenStyle | undefined;
}

const LETTERS = { comment: 'c', string: 's', name: 'n', word: 'w', quiet: 'q' } satisfies Record<
  TokenStyle,
  string
>;
const PAINTS = new Map<string, TokenStyle>(
  Object.entries(LETTERS).map(([paint, letter]) => [letter, paint as TokenStyle]),
);
const UNPAINTED = '-';

/** The lengths of the pieces, in UTF-16 units, and their paints: `aws "x"` is written `4-3s`. */
export function writePaint(pieces: readonly HighlightedText[]): string {
  return pieces.map(({ text, paint }) => text.length + (paint ? LETTERS[paint] : UNPAINTED)).join('');
}

/** The pieces of a code; all of it one piece without paint where the paint is not of this code. */
export function readHighlight(code: string, paint = ''): HighlightedText[] {
  const pieces: HighlightedText[] = [];
  let at = 0;
  for (const [, length, letter = ''] of paint.matchAll(/(\d+)([a-z-])/g)) {
    const text = code.slice(at, at + Number(length));
    pieces.push({ text, paint: PAINTS.get(letter) });
    at += Number(length);
  }
  return at === code.length ? pieces : [{ text: code }];
}
