import type { ValuePattern } from './types.ts';

/** What an example leaves out: `...`, `…`, `〜略〜`, `(略)`, `（省略）` and their variants in width and wording. */
export const ELISION =
  '(?:\\.{3,}|…+|[〜～](?:[前中後以下]*略|省略)[〜～]|[(（](?:[前中後以下]*略|省略)[)）])';

const WHOLE = new RegExp(`^${ELISION}$`);

/** Whether a text (a line, a string value, a cell) is nothing but an elision. */
export const isElision = (text: string): boolean => WHOLE.test(text.trim());

/** Within a line or a string only the bracketed marks are elisions: `Loading...` is a text with three dots. */
export const elision: ValuePattern = {
  type: 'elision',
  finds: /[〜～](?:[前中後以下]*略|省略)[〜～]|[(（](?:[前中後以下]*略|省略)[)）]/g,
  shape: () => '[\\s\\S]*?',
  binds: () => false,
  describe: () => 'anything (the example leaves it out)',
};

/** An elision that is all that stands there: anything that is not empty. */
export const anything: ValuePattern = { ...elision, shape: () => '[\\s\\S]+' };
