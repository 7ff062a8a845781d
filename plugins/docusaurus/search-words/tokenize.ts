/**
 * Splits what is searched for into words, in the place of the search plugin's own: full-width letters and half-width
 * katakana are the letters that pages are written in.
 *
 * @param languages those whose words are in the index
 * @example tokenize('ＡＷＳ ﾌﾟﾛﾌｧｲﾙ', ['ja', 'en']) // ['aws', 'プロファイル']
 */
export function tokenize(text: string, languages: readonly string[]): string[] {
  // In Chinese no space stands between words.
  const word = languages.includes('zh') ? /\w+|\p{Unified_Ideograph}+/gu : /[^-\s]+/g;
  return text.normalize('NFKC').toLowerCase().match(word) ?? [];
}
