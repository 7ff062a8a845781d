export { type Listing, listPages, type Paging, textPages, wholeResult } from './pages.ts';
