/**
 * Finds the language of the site that a reader's browser asks for first; undefined where that is the one that is shown,
 * or where the site has none of them.
 *
 * @param asked languages of the browser, the preferred first
 * @example wantedLocale(['en-GB', 'ja'], 'ja', ['ja', 'en']) // 'en'
 */
export function wantedLocale(
  asked: readonly string[],
  shown: string,
  locales: readonly string[],
): string | undefined {
  for (const language of asked) {
    const found =
      locales.find((locale) => locale.toLowerCase() === language.toLowerCase()) ??
      locales.find((locale) => primary(locale) === primary(language));
    if (found) return found === shown ? undefined : found;
  }
  return undefined;
}

const primary = (language: string) => language.toLowerCase().split('-')[0];
