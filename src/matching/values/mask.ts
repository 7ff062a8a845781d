import { WORD_END, WORD_START } from './boundaries.ts';
import type { ValuePattern } from './types.ts';

/**
 * 4 or more of one of `X`, `x`, `*`: any value without white space. `aws configure list` shows keys as
 * asterisks with their last characters, so that these belong to the mask.
 */
export const mask: ValuePattern = {
  type: 'mask',
  finds: new RegExp(`${WORD_START}(?:X{4,}|x{4,}|(?<!\\*)\\*{4,}[A-Za-z0-9+/]{0,4})${WORD_END}`, 'g'),
  shape: () => '\\S+',
  binds: () => false,
  describe: () => 'any value (the example masks it)',
};
