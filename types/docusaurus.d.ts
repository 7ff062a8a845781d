import type { Config } from '@docusaurus/types';

export interface TejunOptions {
  /** Folder of the site; where Docusaurus was started by default. */
  readonly siteDir?: string;
}

/** Adds steps, practice and badge to the configuration of a Docusaurus site. */
export function withTejun(config: Config, options?: TejunOptions): Config;
