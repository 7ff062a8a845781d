/** Mark in brackets, so clear that it may also stand within a text: `〜略〜`, `～中略～`, `(略)`, `（以下省略）`. */
export const BRACKETED_ELISION =
  '(?:[〜～][ 　]*(?:[前中後]|以[下降])?省?略[ 　]*[〜～]|[(（](?:[前中後]|以[下降])?省?略[)）])';

/** Sentence between wave dashes that says that something is left out: `〜 以下は省略しました 〜`. */
const SENTENCE = '[〜～][^〜～\\n"]*略[^〜～\\n"]*[〜～]';

/** Elision that stands alone: in the place of a JSON value, member or element, of a line or of a cell. */
export const ELISION = `(?:\\.{3,}|…+|${BRACKETED_ELISION}|${SENTENCE})`;

const WHOLE = new RegExp(`^${ELISION}$`);

/**
 * Returns true if a text (a line, a string value, a cell) is nothing but an elision.
 *
 * @example
 * isElision('（以下略）'); // true
 * isElision('Loading...'); // false: a text that ends in three dots
 */
export const isElision = (text: string): boolean => WHOLE.test(text.trim());
