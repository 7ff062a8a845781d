/** Pages and their translations: what is written once, and what has become stale. Pure but for `files`. */
export { acceptPage } from './accept.ts';
export { blobId } from './blob.ts';
export { checkSite, checkTranslations } from './files/check-site.ts';
export { readSite, type Site } from './files/site.ts';
export { siteStatus } from './files/site-status.ts';
export { startLocale, startPages } from './files/start.ts';
export { syncSite } from './files/sync-files.ts';
export { type Outline, readOutline } from './outline.ts';
export { proseHash } from './prose.ts';
export { syncPage } from './sync.ts';
export type * from './types.ts';
