import { escapeRegExp } from '../../procedure/escape-reg-exp.ts';
import { BRACKETED_ELISION } from '../../procedure/json/index.ts';
import { UNIQUE_ID_PREFIX } from './credentials.ts';
import { masked, WORD_END, WORD_START } from './shapes.ts';
import type { ValuePattern } from './types.ts';

/** Within a line or a string only the bracketed marks are elisions: `Loading...` is a text with three dots. */
export const elisionPattern: ValuePattern = {
  type: 'elision',
  finds: new RegExp(BRACKETED_ELISION, 'g'),
  shape: () => '[\\s\\S]*?',
  binds: () => false,
  describe: () => 'anything (the example leaves it out)',
};

/** An elision that is all that stands there: anything that is not empty. */
export const anythingPattern: ValuePattern = { ...elisionPattern, shape: () => '[\\s\\S]+' };

/** Letters may be left before a mask that is none of a word: `A********`. */
const AFTER_LETTERS = '(?<![*＊×])(?:\\*{4,}|＊{3,}|×{3,})|(?<!X)X{8,}';
/** Signs that begin a heading elsewhere: they mask within a word, or all of it. */
const HASHES = '(?<=[-:/.=@"\'])#{3,}(?![#\\w ])|^#{6,16}$';
/** `aws configure list` shows keys as asterisks with their last characters: these belong to the mask. */
const REST_OF_KEY = '[A-Za-z0-9+/]{0,4}';

/** 3 or more of one mask character: any value without white space. */
export const maskPattern: ValuePattern = {
  type: 'mask',
  finds: new RegExp(
    `${WORD_START}(?:(?<!\\*)\\*{4,}${REST_OF_KEY}|(?<![*])${masked('{3,}')}(?![*]))${WORD_END}|(?:${AFTER_LETTERS})${WORD_END}|${HASHES}`,
    'g',
  ),
  shape: () => '\\S+',
  binds: () => false,
  describe: () => 'any value (the example masks it)',
};

const DOTS = '(?:\\.{3,}|…+)';
const NOT_BEHIND = '(?![A-Za-z0-9.])';

/** Ways of cutting an id: what tells its kind and stays, what the writer left of the rest, and what may stand there. */
const CUTS = [
  { kept: UNIQUE_ID_PREFIX, shown: '[A-Z0-9]*', rest: '[A-Z0-9]{12,}' },
  { kept: '', shown: '[0-9a-f]{8}(?:-[0-9a-f]{1,12})*-?', rest: '[0-9a-f]{8}(?:-[0-9a-f]{1,12})+' },
  { kept: '[a-z]+(?:-[a-z]+)*-', shown: '[0-9a-f]*\\d[0-9a-f]*', rest: '[0-9a-f]{8,}' },
  { kept: '', shown: '(?=[A-Za-z0-9]*\\d)[A-Za-z0-9]{6,}', rest: '[A-Za-z0-9+/=_.-]{6,}' },
].map((cut) => ({ ...cut, whole: new RegExp(`^(${cut.kept})${cut.shown}${DOTS}$`) }));

const prefixOf = (example: string): string =>
  CUTS.map(({ whole }) => whole.exec(example)?.[1]).find((kept) => kept !== undefined) ?? '';

/** `AIDAI...`, `vpc-0abc…`: the beginning of an id, cut by the writer. Only what tells its kind is the same in another run. */
export const cutIdPattern: ValuePattern = {
  type: 'elision',
  needs: ['...', '…'],
  finds: new RegExp(
    `(?<![A-Za-z0-9-])(?:${CUTS.map(({ kept, shown }) => `${kept}${shown}`).join('|')})${DOTS}${NOT_BEHIND}`,
    'g',
  ),
  shape: (example) => {
    const ways = CUTS.filter(({ whole }) => whole.test(example));
    return `(?:${ways.map(({ rest }) => `${escapeRegExp(prefixOf(example))}${rest}`).join('|')})`;
  },
  binds: () => false,
  describe: (example) => {
    const prefix = prefixOf(example);
    return prefix === '' ? 'an id that the example cuts' : `an id that begins with ${prefix}`;
  },
};

/** `arn:aws:iam::123456789012:role/my...`: an ARN or a URL that is cut in a word. */
export const cutAddressPattern: ValuePattern = {
  type: 'elision',
  needs: ['...', '…'],
  finds: new RegExp(`(?<=(?:arn:aws|https?:\\/\\/)[^\\s"']{8,}[^\\s"'.…])${DOTS}(?=[\\s"',)]|$)`, 'g'),
  shape: () => '[^\\s"\']*',
  binds: () => false,
  describe: () => 'the rest of a value that the example cuts',
};

/** `This is a lo...`: a text of several words that is cut at its end. In lines, programs print such dots themselves. */
export const cutTextPattern: ValuePattern = {
  ...cutAddressPattern,
  finds: new RegExp(`(?<=^(?=[^\\n]*[ \\u3000-\\u9fff])[\\s\\S]{8,}[^\\s.…])${DOTS}$`, 'g'),
  shape: () => '[\\s\\S]*',
};
