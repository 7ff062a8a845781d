import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { usePluginData } from '@docusaurus/useGlobalData';
import { lazy, type ReactNode, Suspense } from 'react';
import type { TranslationNotices } from '../../site/translations.ts';

/** Few pages need it. */
const Banner = lazy(() => import('./banner.tsx'));

/** Tells the reader of a translation when the source says something else by now. */
export function TranslationBanner(): ReactNode {
  const { sourceLocale, pages } = usePluginData('tejun-translations') as TranslationNotices;
  const { source } = useDoc().metadata;
  const page = source.replace(/^@site\/(?:docs|i18n\/[^/]+\/[^/]+\/current)\//, '').replace(/\.mdx?$/, '');
  const notice = pages[page];
  if (!notice) return null;
  return (
    <Suspense fallback={null}>
      <Banner notice={notice} sourceLocale={sourceLocale} />
    </Suspense>
  );
}
