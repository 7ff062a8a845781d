/** Inline code, which no translator touches. */

/** Code with words of the source language is translated: it names what a reader sees. */
const isWords = (code: string): boolean => /[^\p{ASCII}]/u.test(code);

export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** Splits a text at its inline code, which ends at as many backticks as it begins with. */
export function piecesOf(text: string): Piece[] {
  const parts = text.split(/(`+)/);
  const pieces: Piece[] = [];
  let words = '';
  // Words stand at even places, runs of backticks between them.
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const end =
      index % 2 === 1 ? parts.findIndex((one, at) => at > index && at % 2 === 1 && one === part) : -1;
    const code = end === -1 ? '' : parts.slice(index, end + 1).join('');
    if (code === '' || isWords(code)) words += code || part;
    else {
      if (words !== '') pieces.push({ text: words, isCode: false });
      pieces.push({ text: code, isCode: true });
      words = '';
    }
    if (end !== -1) index = end;
  }
  return words === '' ? pieces : [...pieces, { text: words, isCode: false }];
}

/** Inline code and addresses of links that a translation lacks. */
export function missingIn(target: string, source: string): string[] {
  const left = fixedIn(target);
  return fixedIn(source).filter((one) => {
    const index = left.indexOf(one);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

const fixedIn = (text: string): string[] => [
  ...piecesOf(text).flatMap((piece) => (piece.isCode ? [piece.text] : [])),
  ...[...text.matchAll(/\]\(([^()\s]*)/g)].map(([, address = '']) => address),
];
