/** A project on the disk: where its files are, how they are read, how pages are named, how files are written. */
export { changeFiles, type FileChange, finishInterruptedChanges } from './change-files.ts';
export { readConfig } from './config.ts';
export { findFiles } from './find-files.ts';
export { InputError } from './input-error.ts';
export {
  accountFileOf,
  identifyPage,
  isCleanUp,
  isPageFile,
  pageKindOf,
  pagesFolder,
  SITE_PAGES_FOLDER,
  SOURCE_FOLDER,
  sitePagesFolder,
} from './layout.ts';
export { LOCALES_FILE, type Locales, languageName, readLocales } from './locales.ts';
export { ownCommand } from './own-command.ts';
export {
  inSiteOrder,
  type ListedPage,
  listPageFiles,
  type PageFile,
  type PageFiles,
  type PageFilesOptions,
  type PageList,
  readPageFiles,
} from './page-files.ts';
export { type CachedKind, cached, memoize, openParseCache, type ParseCache } from './parse-cache.ts';
export { isProcessAlive } from './process-alive.ts';
export { findPublishedFiles, type PublishedFile } from './published-files.ts';
export { type PageReader, type Project, readProject } from './read-project.ts';
export { readText, readTextIfThere } from './read-text.ts';
export { leadsOut, namedTarget } from './real-target.ts';
export { selectLocales, selectPages } from './select-pages.ts';
export { UsageError } from './usage-error.ts';
export { problemAnnotation, workflowCommand } from './workflow-command.ts';
export { createFile, replaceFile } from './write-file.ts';
