import type { Problem } from '../procedure/index.ts';
import { type Alignment, alignPages } from './align-pages.ts';
import { type Outline, readOutline } from './outline.ts';
import { syncPage } from './sync.ts';
import type { PagePair } from './types.ts';

/** A page beside its translation, with the commands of the source; one that is missing begins as its source. */
export interface OpenPair extends Alignment {
  readonly source: Outline;
  readonly translation: Outline;
}

export type PairReading = { readonly open: OpenPair } | { readonly problems: readonly Problem[] };

/** Reads a page and its translation, segment by segment. The source must be there. */
export function openPair(pair: PagePair, sourceLocale: string): PairReading {
  const source = readOutline(pair.source ?? '', pair.sourceFile);
  if ('problems' in source) return source;
  return pair.translation === undefined
    ? alignTexts(source.outline, { text: pair.source ?? '', file: pair.file }, sourceLocale)
    : openText(source.outline, { text: pair.translation, file: pair.file }, sourceLocale);
}

interface PageText {
  readonly text: string;
  readonly file: string;
}

function openText(source: Outline, { text, file }: PageText, sourceLocale: string): PairReading {
  const read = readOutline(text, file);
  if ('problems' in read) return read;
  const synced = syncPage(source, read.outline);
  if (synced.left.length > 0) return { problems: synced.left };
  return alignTexts(source, { text: synced.text, file }, sourceLocale);
}

/** Aligns a source with a text whose commands are its own. */
export function alignTexts(source: Outline, { text, file }: PageText, sourceLocale: string): PairReading {
  const read = readOutline(text, file);
  if ('problems' in read) return read;
  const translation = read.outline;
  return { open: { source, translation, ...alignPages(source, translation, sourceLocale) } };
}

/** Returns what a translation says for a unit; undefined where it says nothing, or the source itself. */
export const translationOf = ({ source, place }: Alignment['units'][number]): string | undefined =>
  place === undefined || place.text === source.text ? undefined : place.text;
