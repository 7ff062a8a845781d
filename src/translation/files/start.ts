import type { PagePair } from '../types.ts';
import { LOCALES_FILE, nameOf, readLocales } from './site.ts';
import { readLabels, type UsedStrings, usedStrings } from './strings.ts';

/**
 * The files that set up a language: its entry in the list, the site's strings as they read in the source language,
 * labels of the navigation. Pages come one by one, with `startPages`: until then the site shows the source.
 */
export async function startLocale(
  root: string,
  locale: string,
  label?: string,
): Promise<Map<string, string>> {
  const locales = readLocales(root);
  const [sourceLocale = 'ja'] = Object.keys(locales);
  const { strings } = await usedStrings(root);
  return new Map([
    [LOCALES_FILE, list({ ...locales, [locale]: { label: label ?? nameOf(locale), htmlLang: locale } })],
    [`i18n/${locale}/code.json`, messages(strings)],
    ...labelFiles(root, sourceLocale, locale),
  ]);
}

/** A line for each language. */
function list(locales: Readonly<Record<string, object>>): string {
  const line = (settings: object): string => JSON.stringify(settings, null, 1).replace(/\n\s*/g, ' ');
  const lines = Object.entries(locales).map(
    ([name, settings]) => `  ${JSON.stringify(name)}: ${line(settings)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

const labelFiles = (root: string, sourceLocale: string, locale: string): [string, string][] =>
  [...readLabels(root, sourceLocale)]
    .filter(([, strings]) => strings.size > 0)
    .map(([file, strings]) => [`i18n/${locale}/${file}`, messages(strings)]);

/** As Docusaurus writes them. */
function messages(strings: UsedStrings['strings']): string {
  const entries = [...strings].map(([key, { message, description }]) => [
    key,
    { message, ...(description && { description }) },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** Copies of pages that are not translated yet. They say nothing of what they were made from: they are untracked. */
export function startPages(pairs: readonly PagePair[]): Map<string, string> {
  return new Map(
    pairs.flatMap(({ source, translation, file }) =>
      source === undefined || translation !== undefined ? [] : [[file, source] as const],
    ),
  );
}
