/**
 * Escapes a text for a regular expression, with and without the flags `u` and `v`.
 *
 * @example escapeRegExp('a.b*') // 'a\\.b\\*'
 */
export const escapeRegExp = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/-/g, '\\x2d');
