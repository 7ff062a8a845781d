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
  /** On the last page of a course: what readers can do after it. */
  readonly goals?: readonly string[];
}

/** A step of a course outside of its page: the home page shows it, and runs it. */
export interface Sample {
  /** Title and address of the course that goes on from it. */
  readonly course: { readonly title: string; readonly permalink: string };
  readonly page: PageData & { readonly id: string };
  /** Id of the step on its page. */
  readonly step: string;
  /** Command and result, as properties of the theme's `CodeBlock`. */
  readonly fences: readonly SampleFence[];
}

interface SampleFence {
  readonly language: string;
  readonly metastring: string;
  readonly paint?: string | undefined;
  readonly children: string;
}

/** Returns the path of a page's Markdown, beside its HTML. Docusaurus ends the address of an overview with a slash. */
export function markdownPath(permalink: string): string {
  return `${permalink.replace(/\/$/, '')}.md`;
}
