/** Why a text is not JSON, and where: an offset from 0 in the text. */
export interface JsonFault {
  readonly reason: string;
  readonly offset: number;
}

const ELISION = '(?:\\.{3,}|…+|〜[^〜\\n]*〜|\\(略\\)|（省略）|（略）|\\(省略\\))';
const TOKEN = new RegExp(
  `(?<space>\\s+)|(?<elision>${ELISION})|(?<string>"(?:[^"\\\\\\n]|\\\\(?:["\\\\/bfnrt]|u[\\da-fA-F]{4}))*")|` +
    '(?<scalar>-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?![\\w.])|(?:true|false|null)(?!\\w))|(?<mark>[{}[\\],:])|(?<other>[^\\s{}[\\],:"]+|")',
  'gy',
);

interface Token {
  readonly kind: 'elision' | 'string' | 'scalar' | '{' | '}' | '[' | ']' | ',' | ':' | 'end';
  readonly offset: number;
}

class Fault extends Error {
  readonly offset: number;
  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

/**
 * Finds the first place where a text is neither JSON nor something left out of it. An elision may stand for a value,
 * for members or elements, and needs no commas round it.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    const tokens = tokenize(text);
    const end = value(tokens, skipElisions(tokens, 0));
    const after = skipElisions(tokens, end);
    if (kindAt(tokens, after) !== 'end')
      throw new Fault('something follows its end', offsetAt(tokens, after));
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return { reason: error.message, offset: error.offset };
    // Nested too deeply to be looked at: no fault that we could name.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(TOKEN)) {
    const { space, elision, string, scalar, other } = found.groups ?? {};
    if (space !== undefined) continue;
    if (other !== undefined) {
      throw new Fault(
        other === '"'
          ? 'a string is not closed or holds a wrong escape'
          : `"${other}" is neither in quotes nor a number, true, false or null`,
        found.index,
      );
    }
    const kind =
      elision !== undefined
        ? 'elision'
        : string !== undefined
          ? 'string'
          : scalar !== undefined
            ? 'scalar'
            : found[0];
    tokens.push({ kind: kind as Token['kind'], offset: found.index });
  }
  tokens.push({ kind: 'end', offset: text.trimEnd().length });
  return tokens;
}

const kindAt = (tokens: readonly Token[], index: number) => tokens[index]?.kind ?? 'end';
const offsetAt = (tokens: readonly Token[], index: number) => (tokens[index] ?? tokens.at(-1))?.offset ?? 0;

function skipElisions(tokens: readonly Token[], index: number): number {
  let next = index;
  while (kindAt(tokens, next) === 'elision') next += 1;
  return next;
}

/** Returns the index after the value; an elision is a value. */
function value(tokens: readonly Token[], index: number): number {
  switch (kindAt(tokens, index)) {
    case 'string':
    case 'scalar':
    case 'elision':
      return index + 1;
    case '{':
      return items(tokens, index + 1, '}', member);
    case '[':
      return items(tokens, index + 1, ']', value);
    case 'end':
      // An example that is one elision says nothing wrong.
      if (kindAt(tokens, index - 1) === 'elision') return index;
      throw new Fault('it ends where a value should stand', offsetAt(tokens, index));
    default:
      throw new Fault(
        `"${kindAt(tokens, index)}" stands where a value should stand`,
        offsetAt(tokens, index),
      );
  }
}

function member(tokens: readonly Token[], index: number): number {
  if (kindAt(tokens, index) !== 'string')
    throw new Fault('a key in quotes should stand here', offsetAt(tokens, index));
  if (kindAt(tokens, index + 1) !== ':') throw new Fault('":" is missing', offsetAt(tokens, index + 1));
  return value(tokens, index + 2);
}

function items(
  tokens: readonly Token[],
  start: number,
  closer: '}' | ']',
  item: (tokens: readonly Token[], index: number) => number,
): number {
  let index = start;
  /** Kind of the token before: only an item needs a comma after it, only a comma needs another item. */
  let before: 'nothing' | 'item' | 'comma' | 'elision' = 'nothing';
  for (;;) {
    const kind = kindAt(tokens, index);
    if (kind === 'elision') {
      before = 'elision';
      index += 1;
    } else if (kind === closer) {
      if (before === 'comma') throw new Fault(`"," stands before "${closer}"`, offsetAt(tokens, index));
      return index + 1;
    } else if (kind === ',' && (before === 'item' || before === 'elision')) {
      before = before === 'item' ? 'comma' : 'elision';
      index += 1;
    } else if (kind === 'end') throw new Fault(`"${closer}" is missing`, offsetAt(tokens, index));
    else if (before === 'item') throw new Fault('"," is missing', offsetAt(tokens, index));
    else {
      index = item(tokens, index);
      before = 'item';
    }
  }
}
