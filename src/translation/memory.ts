/** Paragraphs that have been translated, on any page, now or before: found again wherever they stand. */
import type { History } from './accepted.ts';
import type { Unit } from './align-pages.ts';
import { headingVersion } from './compare-headings.ts';
import { alignTexts, openPair, translationOf } from './open-pair.ts';
import { readOutline } from './outline.ts';
import { compact } from './prose.ts';
import { putTexts } from './put-texts.ts';
import { scanPage } from './scan.ts';
import type { PagePair } from './types.ts';

interface Known {
  readonly target: string;
  /** The translation that says so. */
  readonly file: string;
}

export interface Memory {
  /** A translation of a text of the source. */
  find(source: string): Known | undefined;
}

export interface MemoryOptions {
  readonly sourceLocale: string;
  readonly locale: string;
  readonly history: Pick<History, 'versions'>;
}

/**
 * Remembers what people have accepted. A translation says from which text it was made: that text is looked for in all
 * pages (it may have moved to another), then in what the source was before.
 */
export function createMemory(
  pairs: readonly PagePair[],
  { sourceLocale, locale, history }: MemoryOptions,
): Memory {
  const known = new Map<string, Known>();
  const own = pairs.filter((pair) => pair.locale === locale);
  const sources = new Map(
    own.flatMap(({ source = '' }) =>
      scanPage(source).prose.map((one) => [headingVersion(one), source] as const),
    ),
  );
  for (const { translation = '', file, source, sourceFile } of own) {
    const { mark } = scanPage(translation);
    if (!mark || !('headings' in mark)) continue;
    const left = new Set(mark.headings.filter(({ isMachine }) => !isMachine));
    const learn = (text: string): void => {
      const here = new Set(scanPage(text).prose.map(headingVersion));
      const headings = [...left].filter((one) => here.has(headingVersion(one)));
      if (headings.length === 0) return;
      for (const one of headings) left.delete(one);
      remember({ text, sourceFile, translation, file }, new Set(headings.map(({ heading }) => heading)));
    };
    if (source !== undefined) learn(source);
    for (const one of [...left]) {
      const moved = sources.get(headingVersion(one));
      if (moved !== undefined) learn(moved);
    }
    for (const text of left.size > 0 ? history.versions(sourceFile) : []) {
      learn(text);
      if (left.size === 0) break;
    }
  }
  return { find: (source) => known.get(compact(source)) };

  function remember(page: RememberedPage, headings: ReadonlySet<string>): void {
    for (const { heading, source, target } of translatedUnits(page, sourceLocale)) {
      const key = compact(source.text);
      const isMeant = source.kind === 'setting' || headings.has(heading);
      if (isMeant && !known.has(key)) known.set(key, { target, file: page.file });
    }
  }
}

interface RememberedPage {
  readonly text: string;
  readonly sourceFile: string;
  readonly translation: string;
  readonly file: string;
}

/** Texts of a page with what a translation says for each. It need not have all the headings, nor only those. */
function translatedUnits({ text, sourceFile, translation, file }: RememberedPage, sourceLocale: string) {
  const read = readOutline(text, sourceFile);
  if ('problems' in read) return [];
  const aligned = alignTexts(read.outline, { text: translation, file }, sourceLocale);
  if ('problems' in aligned) return [];
  return aligned.open.units.flatMap((unit) => {
    const target = translationOf(unit);
    return target === undefined ? [] : [{ heading: unit.heading, source: unit.source, target }];
  });
}

/** Texts that are remembered for units without a translation, by the names of the units. */
export function rememberedTexts(units: readonly Unit[], memory: Memory): Map<string, string> {
  return new Map(
    units.flatMap((unit) => {
      const known = translationOf(unit) === undefined ? memory.find(unit.source.text) : undefined;
      return known ? [[unit.id, known.target] as const] : [];
    }),
  );
}

/** A page that begins as its source, with what has been translated elsewhere or before. */
export function withMemory(pair: PagePair, memory: Memory, sourceLocale: string): string {
  const { source = '' } = pair;
  const reading = openPair(pair, sourceLocale);
  if ('problems' in reading) return source;
  const { open } = reading;
  return putTexts(pair, rememberedTexts(open.units, memory), { open, sourceLocale }).text;
}
