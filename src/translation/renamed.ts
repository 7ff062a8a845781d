import type { Problem } from '../procedure/index.ts';
import { at, orphan, renamed } from './pair-problems.ts';
import { blobId } from './prose.ts';
import { scanPage } from './scan.ts';
import type { PagePair } from './types.ts';

/**
 * Finds the page that the source of an orphan has become, in the same language and not yet translated: most of what
 * was translated is in it.
 */
function renamedSource(orphan: PagePair, pairs: readonly PagePair[]): PagePair | undefined {
  const { mark } = scanPage(orphan.translation ?? '');
  if (!mark) return undefined;
  const shareIn = (source: string): number => {
    if ('source' in mark) return mark.source === blobId(source) ? 1 : 0;
    const known = new Set(scanPage(source).prose.map(({ prose }) => prose));
    return mark.headings.filter(({ prose }) => known.has(prose)).length / mark.headings.length;
  };
  const [best] = pairs
    .flatMap((pair) => {
      const { locale, source, translation } = pair;
      if (locale !== orphan.locale || source === undefined || translation !== undefined) return [];
      return [{ pair, share: shareIn(source) }];
    })
    .filter(({ share }) => share > 0.5)
    .sort((a, b) => b.share - a.share);
  return best?.pair;
}

/** Tells of a translation without a source where the source has gone, if that can be told. */
export function orphanProblem(pair: PagePair, pairs: readonly PagePair[]): Problem {
  const { file, sourceFile } = pair;
  const now = renamedSource(pair, pairs);
  return at(file, { line: 1, column: 1 }, now ? renamed(sourceFile, now) : orphan(sourceFile));
}
