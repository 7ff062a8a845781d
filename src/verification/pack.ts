import type { PageRecord, TrustData, Verification } from './types.ts';

/** Collects the results of each page in a locale, newest run first. */
export function packTrust(verifications: readonly Verification[], locale: string): TrustData {
  const newestFirst = [...verifications].sort((a, b) => b.date.localeCompare(a.date));
  const pages: Record<string, TrustData['pages'][string][number][]> = {};
  newestFirst.forEach((verification, run) => {
    for (const [id, byLocale] of Object.entries(verification.pages)) {
      const result = byLocale[locale];
      if (!result) continue;
      pages[id] ??= [];
      const { hash, passed, failed, skipped, compared } = result;
      pages[id].push([run, hash, passed, failed, skipped, compared]);
    }
  });
  return { runs: newestFirst.map(({ pages: _, ...circumstances }) => circumstances), pages };
}

export function recordsOf({ runs, pages }: TrustData, page: string): PageRecord[] {
  return (pages[page] ?? []).flatMap(([run, hash, passed, failed, skipped, compared]) => {
    const circumstances = runs[run];
    return circumstances ? [{ ...circumstances, hash, passed, failed, skipped, compared }] : [];
  });
}
