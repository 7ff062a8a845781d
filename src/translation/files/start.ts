import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileChange, LOCALES_FILE, languageName, readLocales } from '../../project/index.ts';
import type { PagePair } from '../types.ts';
import { readLabels, type UsedStrings, usedStrings } from './strings.ts';

/**
 * The files that set up a language: its entry in the list, the site's strings as they read in the source language,
 * labels of the navigation. Pages come one by one, with `startPages`: until then the site shows the source.
 */
export async function startLocale(root: string, locale: string, label?: string): Promise<FileChange[]> {
  const { source, settings } = readLocales(root);
  const { strings } = await usedStrings(root);
  const own = { label: label ?? languageName(locale), htmlLang: locale };
  return [
    { file: LOCALES_FILE, before: textOf(root, LOCALES_FILE), after: list({ ...settings, [locale]: own }) },
    { file: `i18n/${locale}/code.json`, after: messages(strings) },
    ...labelFiles(root, source, locale),
  ];
}

const textOf = (root: string, file: string): string | undefined =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;

/** A line for each language. */
function list(locales: Readonly<Record<string, object>>): string {
  const line = (settings: object): string => JSON.stringify(settings, null, 1).replace(/\n\s*/g, ' ');
  const lines = Object.entries(locales).map(
    ([name, settings]) => `  ${JSON.stringify(name)}: ${line(settings)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

const labelFiles = (root: string, sourceLocale: string, locale: string): FileChange[] =>
  [...readLabels(root, sourceLocale)]
    .filter(([, strings]) => strings.size > 0)
    .map(([file, strings]) => ({ file: `i18n/${locale}/${file}`, after: messages(strings) }));

/** As Docusaurus writes them. */
function messages(strings: UsedStrings['strings']): string {
  const entries = [...strings].map(([key, { message, description }]) => [
    key,
    { message, ...(description && { description }) },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** Copies of pages that are not translated yet. They say nothing of what they were made from: they are untracked. */
export function startPages(root: string, pairs: readonly PagePair[]): FileChange[] {
  return pairs.flatMap((pair) => {
    const { source, translation, file } = pair;
    if (source === undefined || translation !== undefined) return [];
    return [{ file, after: source }, ...startDrawings(root, pair)];
  });
}

/** Copies the drawings that stand beside a page: Docusaurus looks for them beside the translation. */
export function startDrawings(root: string, { sourceFile, file, source = '' }: PagePair): FileChange[] {
  const names = new Set([...source.matchAll(/\]\(\.\/([\w-]+\.svg)\)/g)].map(([, name = '']) => name));
  return [...names].flatMap((name) => {
    const after = textOf(root, join(dirname(sourceFile), name));
    const copy = join(dirname(file), name);
    return after === undefined || textOf(root, copy) !== undefined ? [] : [{ file: copy, after }];
  });
}
