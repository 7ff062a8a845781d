/** Pages and their translations: what is written once, and what has become stale. Pure but for `files`. */
export { acceptPage } from './accept.ts';
export {
  type Exchange,
  ExchangeError,
  type ExchangePage,
  exportPage,
  type FillRequest,
  fillPage,
  importPage,
  readPo,
  readXliff,
  writePo,
  writeXliff,
} from './exchange/index.ts';
export { gitHistory } from './files/git-history.ts';
export { movePages } from './files/move.ts';
export { type Outdated, outdatedSince } from './files/outdated.ts';
export { readRedirects } from './files/redirects.ts';
export { readSite, type Site } from './files/site.ts';
export { bothTextsOf, siteStatus } from './files/site-status.ts';
export { startDrawings, startLocale, startPages } from './files/start.ts';
export { checkSite, checkTranslations, syncSite } from './files/sync-site.ts';
export { createMemory, type Memory, withMemory } from './memory.ts';
export { type Outline, readOutline } from './outline.ts';
export { blobId } from './prose.ts';
export { syncPage } from './sync.ts';
export type * from './types.ts';
