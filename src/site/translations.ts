import type { Freshness } from '../translation/types.ts';

/** A heading below which the source has changed; without an anchor it cannot be linked to. */
export interface ChangedHeading {
  readonly text: string;
  readonly anchor?: string;
}

/** Notice about a page that differs from its source, as `tejunTranslation` in its front matter. */
export interface TranslationNotice {
  readonly state: 'missing' | 'stale';
  readonly headings: readonly ChangedHeading[];
}

export interface TranslationRow {
  readonly page: string;
  /** In the language that is built. */
  readonly title: string;
  readonly state: Freshness;
  /** Commands or settings are not those of the source. */
  readonly differs: boolean;
  /** Headings below which the source has changed. */
  readonly headings: readonly string[];
  /** Address of the translation; absent for an orphan. */
  readonly permalink?: string;
  /** Address where the translation is edited; of a missing one, where the source is. */
  readonly edit: string;
}

export interface LanguageStatus {
  readonly locale: string;
  readonly label: string;
  readonly htmlLang: string;
  readonly rows: readonly TranslationRow[];
}

export interface TranslationsData {
  readonly languages: readonly LanguageStatus[];
}
