export { listPages, type PagingOptions, textPages, wholeResult } from './pages.ts';
