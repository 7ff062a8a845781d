/** Skeletons of courses and pages, in the languages of the project. */
export { accountChanges, courseChanges, pageChanges } from './file-changes.ts';
export { type SiteLocale, siteFiles } from './site.ts';
