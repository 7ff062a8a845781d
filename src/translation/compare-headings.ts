import type { TranslatedHeading } from '../procedure/index.ts';

export interface HeadingComparison {
  /** Headings whose prose is not what was translated, or was not there. */
  readonly changed: readonly TranslatedHeading[];
  /** Accepted headings that the source no longer has. */
  readonly gone: readonly TranslatedHeading[];
}

/** Equal for headings of the same name with the same prose. */
export const headingVersion = ({ heading, prose }: TranslatedHeading): string =>
  JSON.stringify([heading, prose]);

/** Compares the headings of a source with those that a translation was made from, by their names. */
export function compareHeadings(
  now: readonly TranslatedHeading[],
  accepted: readonly TranslatedHeading[],
): HeadingComparison {
  const known = new Set(accepted.map(headingVersion));
  const names = new Set(now.map(({ heading }) => heading));
  return {
    changed: now.filter((one) => !known.has(headingVersion(one))),
    gone: accepted.filter(({ heading }) => !names.has(heading)),
  };
}
