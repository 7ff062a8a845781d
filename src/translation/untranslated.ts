/** Finds text of the source that stands in a translation. */
import type { LintSuppression } from '../procedure/index.ts';
import { UNTRANSLATED } from '../procedure/rule-names.ts';
import type { Scan } from './scan.ts';
import type { UntranslatedLine } from './types.ts';

interface Locales {
  readonly sourceLocale: string;
  readonly locale: string;
}

/**
 * Lines of a translation that are lines of its source, and lines with kana in a language that has none. Names, code,
 * addresses and numbers are the same in every language.
 */
export function untranslatedLines(source: Scan, translation: Scan, locales: Locales): UntranslatedLine[] {
  const [theirs, ours] = [scriptOf(locales.sourceLocale), scriptOf(locales.locale)];
  const known = new Set(source.lines.map(({ text }) => text.trim()));
  return translation.lines
    .map(({ line, text }) => ({ line, text: text.trim() }))
    .filter(({ text }) => {
      const words = wordsOf(text);
      return (
        (known.has(text) && saysSomething(words, theirs)) ||
        (isKana(words) && theirs === 'Jpan' && ours !== 'Jpan')
      );
    });
}

/** Leaves out the lines that the translator has allowed, each by its text. */
export const withoutAllowed = (
  lines: readonly UntranslatedLine[],
  allow: readonly LintSuppression[],
): UntranslatedLine[] =>
  lines.filter(
    ({ text }) => !allow.some(({ rule, value }) => rule === UNTRANSLATED && (!value || value === text)),
  );

/** A line without what no translator touches: code, addresses of links, elements, expressions. */
const wordsOf = (line: string): string =>
  line.replace(/`[^`]*`|\]\([^()]*\)|https?:\/\/\S+|<[^<>]*>|\{[^{}]*\}/g, ' ');

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  Kore: /\p{Script=Hangul}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
};

const isKana = (text: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** In a script that other languages do not use, a letter is enough; in another, a few words may be a name. */
function saysSomething(words: string, script: string): boolean {
  const letters = SCRIPTS[script];
  return letters ? letters.test(words) : (words.match(/\p{L}{2,}/gu)?.length ?? 0) > 3;
}

/** Tells whether a piece of a page holds words in the language of the source. */
export function hasWords(text: string, sourceLocale: string): boolean {
  return (SCRIPTS[scriptOf(sourceLocale)] ?? /\p{L}{2}/u).test(wordsOf(text));
}

const scriptOf = (locale: string): string => new Intl.Locale(locale).maximize().script ?? 'Latn';
