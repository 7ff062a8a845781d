import type { TranslatedHeading } from '../procedure/index.ts';

export interface HeadingComparison {
  /** Headings whose prose is not what was translated, or was not there. */
  readonly changed: readonly TranslatedHeading[];
  /** Accepted headings that the source no longer has. */
  readonly gone: readonly TranslatedHeading[];
}

/** Compares the headings of a source with those that a translation was made from, by their names. */
export function compareHeadings(
  now: readonly TranslatedHeading[],
  accepted: readonly TranslatedHeading[],
): HeadingComparison {
  const has = (list: readonly TranslatedHeading[], { heading, prose }: TranslatedHeading): boolean =>
    list.some((one) => one.heading === heading && one.prose === prose);
  const names = new Set(now.map(({ heading }) => heading));
  return {
    changed: now.filter((one) => !has(accepted, one)),
    gone: accepted.filter(({ heading }) => !names.has(heading)),
  };
}
