import { masked, WORD_END, WORD_START } from './boundaries.ts';
import type { ValuePattern } from './types.ts';

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
