/** Pages and their translations: what is written once, and what has become stale. Pure but for `files`. */
export { acceptPage } from './accept.ts';
export { readSite, type Site } from './files/site.ts';
export { siteStatus } from './files/site-status.ts';
export { startLocale, startPages } from './files/start.ts';
export { checkSite, checkTranslations, syncSite } from './files/sync-site.ts';
export { type Outline, readOutline } from './outline.ts';
export { blobId } from './prose.ts';
export { syncPage } from './sync.ts';
export type * from './types.ts';
