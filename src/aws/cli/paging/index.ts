export { listPages, type Paging, textPages, wholeResult } from './pages.ts';
