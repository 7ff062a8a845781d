import type { Problem, TranslationMark } from '../procedure/index.ts';
import { at, orphan, renamed } from './pair-problems.ts';
import { blobId } from './prose.ts';
import { scanPage } from './scan.ts';
import type { PagePair } from './types.ts';

/** Tells of a translation without a source where the source has gone, if that can be told. */
export function orphanProblemsIn(pairs: readonly PagePair[]): (orphan: PagePair) => Problem {
  const findSource = renamedSourcesIn(pairs);
  return (pair) => {
    const { file, sourceFile } = pair;
    const now = findSource(pair);
    return at(file, { line: 1, column: 1 }, now ? renamed(sourceFile, now) : orphan(sourceFile));
  };
}

/**
 * Finds the page that the source of an orphan has become, in the same language and not yet translated: most of what
 * was translated is in it. Each page is read once, whatever the number of orphans.
 */
function renamedSourcesIn(pairs: readonly PagePair[]): (orphan: PagePair) => PagePair | undefined {
  const candidates = new Map<string, Candidates>();
  const candidatesFor = (locale: string): Candidates => {
    const known = candidates.get(locale) ?? candidatesIn(pairs, locale);
    candidates.set(locale, known);
    return known;
  };
  return ({ locale, translation = '' }) => {
    const { mark } = scanPage(translation);
    return mark && mostOf(mark, candidatesFor(locale));
  };
}

interface Candidates {
  readonly byBlob: ReadonlyMap<string, PagePair>;
  /** By what stands below a heading. */
  readonly byProse: ReadonlyMap<string, readonly PagePair[]>;
}

function candidatesIn(pairs: readonly PagePair[], locale: string): Candidates {
  const byBlob = new Map<string, PagePair>();
  const byProse = new Map<string, PagePair[]>();
  for (const pair of pairs) {
    if (pair.locale !== locale || pair.translation !== undefined) continue;
    const { source } = pair;
    if (source === undefined) continue;
    const blob = blobId(source);
    if (!byBlob.has(blob)) byBlob.set(blob, pair);
    for (const prose of new Set(scanPage(source).prose.map((one) => one.prose))) {
      const known = byProse.get(prose);
      if (known) known.push(pair);
      else byProse.set(prose, [pair]);
    }
  }
  return { byBlob, byProse };
}

/** The first of the pages that have most, and more than half, of what was translated. */
function mostOf(mark: TranslationMark, { byBlob, byProse }: Candidates): PagePair | undefined {
  if ('source' in mark) return byBlob.get(mark.source);
  const counts = new Map<PagePair, number>();
  for (const { prose } of mark.headings)
    for (const pair of byProse.get(prose) ?? []) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const [best] = [...counts]
    .filter(([, count]) => count > mark.headings.length / 2)
    .sort(([, a], [, b]) => b - a);
  return best?.[0];
}
