import { BRACKETED_ELISION } from '../../procedure/json/index.ts';
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
