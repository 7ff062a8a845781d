/** Pages and their translations: what is written once, and what has become stale. Pure but for `files`. */
export { acceptPage } from './accept.ts';
export { blobId } from './blob.ts';
export { checkPages, checkSite } from './files/check.ts';
export { readSite, type Site } from './files/site.ts';
export { startLocale, startPages } from './files/start.ts';
export { siteStatus } from './files/status.ts';
export { syncSite } from './files/sync.ts';
export { type Outline, readOutline } from './outline.ts';
export { proseHash } from './prose.ts';
export { syncPage } from './sync.ts';
export type * from './types.ts';
