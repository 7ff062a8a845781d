/** The site's own words: captions, buttons, messages, labels. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Problem } from '../../procedure/index.ts';
import { findFiles, UsageError } from '../../project/index.ts';
import { at, badJson, badLabels, dynamicString, missingString, unusedString } from '../pair-problems.ts';
import type { Site } from './site.ts';

interface SiteString {
  /** As it reads in the source language. */
  readonly message: string;
  readonly description?: string;
}

/** Strings by the key that the code gives them, each with a file that uses it. */
export interface UsedStrings {
  readonly strings: ReadonlyMap<string, SiteString & { readonly usedIn: string }>;
  readonly problems: readonly Problem[];
}

const CODE = /\.[jt]sx?$/;

/** Every `<Translate>` and `translate()` of the site, as Docusaurus itself finds them. */
export async function usedStrings(root: string): Promise<UsedStrings> {
  const files = filesBelow(root, 'src').filter((file) => CODE.test(file));
  const named = files.filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('@docusaurus/Translate'),
  );
  const strings = new Map<string, SiteString & { usedIn: string }>();
  const problems: Problem[] = [];
  if (named.length === 0) return { strings, problems };
  // Loaded only now: Babel takes longer to load than all the pages take to read.
  const { extractAllSourceCodeFileTranslations, getBabelOptions } = await import('@docusaurus/babel').catch(
    () => {
      throw new UsageError(
        'The texts of the site are read by its own packages, which are not installed: run `npm ci`.',
      );
    },
  );
  const paths = named.map((file) => join(root, file));
  const found = await extractAllSourceCodeFileTranslations(paths, getBabelOptions({ isServer: true }));
  for (const [index, { translations, warnings }] of found.entries()) {
    const usedIn = named[index] ?? '';
    for (const [key, value] of Object.entries(translations)) {
      if (!isDocusaurus(key)) strings.set(key, { ...value, usedIn });
    }
    for (const warning of warnings) problems.push(at(usedIn, placeIn(warning), dynamicString(warning)));
  }
  return { strings, problems };
}

/** Docusaurus has words of its own in every language; they may be said otherwise, and need not. */
const isDocusaurus = (key: string): boolean => key.startsWith('theme.');

const placeIn = (warning: string) => ({ line: Number(/ at line (\d+)/.exec(warning)?.[1] ?? 1), column: 1 });

/** Finds missing and unused strings of each translation. Throws `UnreadableStrings`. */
export function stringProblems(site: Site, used: UsedStrings): Problem[] {
  return [
    ...used.problems,
    ...unusedIn(readStrings(site.root, `i18n/${site.locales.source}/code.json`), used),
    ...site.locales.translations.flatMap((locale) => [
      ...missingIn(readStrings(site.root, `i18n/${locale}/code.json`), used.strings),
      ...unusedIn(readStrings(site.root, `i18n/${locale}/code.json`), used),
      ...labelProblems(site, locale),
    ]),
  ];
}

/** Labels of the navigation and of plugins: the source language's, with the same keys. */
function labelProblems({ root, locales }: Site, locale: string): Problem[] {
  return [...readLabels(root, locales.source)].flatMap(([file, expected]) => {
    const own = readStrings(root, `i18n/${locale}/${file}`);
    return [...missingIn(own, expected), ...unusedIn(own, { strings: expected })];
  });
}

/** By file below the folder of a language: its labels, as they read in the source language. */
export function readLabels(root: string, sourceLocale: string): Map<string, UsedStrings['strings']> {
  const source = `i18n/${sourceLocale}`;
  const files = filesBelow(root, source).filter(
    (file) => file.endsWith('.json') && file !== `${source}/code.json`,
  );
  const written = files.map((file): [string, UsedStrings['strings']] => {
    const labels = Object.entries(readStrings(root, file).strings);
    return [
      file.slice(source.length + 1),
      new Map(labels.map(([key, value]) => [key, { ...value, usedIn: file }])),
    ];
  });
  return new Map([...written, [CATEGORIES_FILE, categoryLabels(root)]]);
}

/** File of Docusaurus with the labels of a sidebar in other languages; in the source's, they are in docs/. */
const CATEGORIES_FILE = 'docusaurus-plugin-content-docs/current.json';
/** A folder below a course. Each course has a sidebar of its own, named like its folder, which shows no label of it. */
const CATEGORY = /^docs\/(?<course>[^/]+)\/.+\/_category_\.(?:ya?ml|json)$/;

/** Reads the labels of folders that the sidebars show. */
function categoryLabels(root: string): UsedStrings['strings'] {
  return new Map(
    filesBelow(root, 'docs').flatMap((usedIn) => {
      const course = CATEGORY.exec(usedIn)?.groups?.course;
      if (course === undefined) return [];
      const { label, key = label } = readCategory(root, usedIn);
      return label === undefined ? [] : [[`sidebar.${course}.category.${key}`, { message: label, usedIn }]];
    }),
  );
}

function readCategory(root: string, file: string): { label?: string; key?: string } {
  try {
    return parse(readFileSync(join(root, file), 'utf8')) ?? {};
  } catch (error) {
    throw new UnreadableStrings(at(file, { line: 1, column: 1 }, badLabels((error as Error).message)));
  }
}

interface StringsFile {
  readonly file: string;
  readonly text: string;
  readonly strings: Readonly<Record<string, SiteString>>;
}

/** Files that cannot be read as words of the site. */
export class UnreadableStrings extends Error {
  override readonly name = 'UnreadableStrings';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

function readStrings(root: string, file: string): StringsFile {
  if (!existsSync(join(root, file))) return { file, text: '', strings: {} };
  const text = readFileSync(join(root, file), 'utf8');
  try {
    return { file, text, strings: JSON.parse(text) };
  } catch (error) {
    throw new UnreadableStrings(at(file, { line: 1, column: 1 }, badJson((error as Error).message)));
  }
}

function missingIn({ file, strings, text }: StringsFile, used: UsedStrings['strings']): Problem[] {
  const place = { line: Math.max(1, text.trimEnd().split('\n').length), column: 1 };
  return [...used].flatMap(([key, { usedIn }]) =>
    typeof strings[key]?.message === 'string' ? [] : [at(file, place, missingString(key, usedIn))],
  );
}

function unusedIn({ file, strings, text }: StringsFile, used: Pick<UsedStrings, 'strings'>): Problem[] {
  return Object.keys(strings)
    .filter((key) => !used.strings.has(key) && !isDocusaurus(key))
    .map((key) => {
      const before = text.slice(0, text.indexOf(JSON.stringify(key)));
      return at(file, { line: before.split('\n').length, column: 1 }, unusedString(key));
    });
}

function filesBelow(root: string, folder: string): string[] {
  return findFiles(join(root, folder)).map((file) => `${folder}/${file}`);
}
