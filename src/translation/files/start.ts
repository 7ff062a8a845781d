import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PagePair } from '../types.ts';
import { LOCALES_FILE, nameOf, readLocales } from './site.ts';
import { usedStrings } from './strings.ts';

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
  const messages = [...strings].map(([key, { message, description }]) => [
    key,
    { message, ...(description && { description }) },
  ]);
  return new Map([
    [LOCALES_FILE, list({ ...locales, [locale]: { label: label ?? nameOf(locale), htmlLang: locale } })],
    [`i18n/${locale}/code.json`, `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`],
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

function labelFiles(root: string, sourceLocale: string, locale: string): [string, string][] {
  const folder = join(root, 'i18n', sourceLocale);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json') && file !== 'code.json')
    .sort()
    .map((file) => [`i18n/${locale}/${file}`, readFileSync(join(folder, file), 'utf8')]);
}

/** Copies of pages that are not translated yet. They say nothing of what they were made from: they are untracked. */
export function startPages(pairs: readonly PagePair[]): Map<string, string> {
  return new Map(
    pairs.flatMap(({ source, translation, file }) =>
      source === undefined || translation !== undefined ? [] : [[file, source] as const],
    ),
  );
}
