import type { PageInfo } from '../session/types.ts';
import type { PageRecord } from '../verification/index.ts';

/** Data of a page for the site, as `tejunPage` in its front matter. */
export interface PageData {
  /** The page's own id: Docusaurus's lacks the number that a file's name begins with. */
  readonly id?: string;
  /** Of the pages of its course on which something is run, by id. */
  readonly pages: Readonly<Record<string, PageInfo>>;
  /** Records of `doctest` runs of the page, newest first. */
  readonly records?: readonly PageRecord[];
}
