/** A run of katakana that may be several words: no space stands between the words of a compound. */
const COMPOUND = /[ァ-ヴー]{5,}/g;
/** Signs that no word begins with. */
const NO_BEGINNING = /^[ァィゥェォッャュョヮンー]/;
const SHORTEST = 3;

interface Part {
  readonly text: string;
  /** Place in the text at which it begins. */
  readonly at: number;
}

/**
 * Lists what may be the later words of the katakana compounds of a text. The first word needs no entry: a search finds
 * the beginnings of words.
 *
 * @example compoundParts('セッショントークン') // [{ text: 'ショントークン', at: 2 }, { text: 'トークン', at: 5 }]
 */
export function compoundParts(text: string): Part[] {
  return [...text.matchAll(COMPOUND)].flatMap(({ 0: run, index }) =>
    Array.from({ length: run.length - SHORTEST }, (_, place) => place + 1).flatMap((place) => {
      const part = run.slice(place);
      return NO_BEGINNING.test(part) ? [] : [{ text: part, at: index + place }];
    }),
  );
}

/** Parts of lunr that are used: the words of a text, each with its place. */
interface Lunr {
  tokenizer: Tokenizer;
  readonly Token: new (text: string, metadata: object) => object;
}
type Tokenizer = ((text: unknown, metadata?: object) => object[]) & { separator?: RegExp };

/** Makes lunr put the parts of compounds into its index, beside the compounds. */
export function indexCompoundParts(lunr: Lunr): void {
  const { tokenizer, Token } = lunr;
  const withParts: Tokenizer = (text, metadata) => {
    const tokens = tokenizer(text, metadata);
    if (typeof text !== 'string') return tokens;
    const parts = compoundParts(text).map(
      (part, count) =>
        new Token(part.text, {
          ...metadata,
          position: [part.at, part.text.length],
          index: tokens.length + count,
        }),
    );
    return [...tokens, ...parts];
  };
  lunr.tokenizer = Object.assign(withParts, { separator: tokenizer.separator });
}
