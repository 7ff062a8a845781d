import { useDoc } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { lazy, type ReactNode, Suspense } from 'react';
import type { TranslationNotice } from '../../site/translations.ts';

/** Few pages need it. */
const Banner = lazy(() => import('./banner.tsx'));

/** Tells the reader of a translation when the source says something else by now. */
export function TranslationBanner(): ReactNode {
  const { defaultLocale } = useDocusaurusContext().i18n;
  // Of the metadata: those are made anew where only the source has changed.
  const { tejunTranslation: notice } = useDoc().metadata.frontMatter as {
    readonly tejunTranslation?: TranslationNotice;
  };
  if (!notice) return null;
  return (
    <Suspense fallback={null}>
      <Banner notice={notice} sourceLocale={defaultLocale} />
    </Suspense>
  );
}
