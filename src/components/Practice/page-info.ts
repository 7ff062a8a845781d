import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { usePluginData } from '@docusaurus/useGlobalData';
import type { PageInfo, PracticesData } from '../../session/types.ts';

/** What every page of the site knows of all pages. */
export function usePages(): PracticesData['pages'] {
  return (usePluginData('tejun-practices') as PracticesData).pages;
}

/** Of the page that is shown; undefined where nothing is practised on it. Within a page of the docs only. */
export function usePageInfo(): PageInfo | undefined {
  return usePages()[useDoc().metadata.id];
}
