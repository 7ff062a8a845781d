import type { Root } from 'mdast';
import type { VFile } from 'vfile';

export interface RemarkTejunOptions {
  /** Treatment of a shell fence without a role: a problem (the default), a warning, or nothing. */
  readonly onUnmarkedFence?: 'throw' | 'warn' | 'ignore';
  /** Folder of the site; by default where the process runs. */
  readonly siteDir?: string;
  /** The locale whose pages are in `docs/`; `ja` by default. */
  readonly sourceLocale?: string;
}

/** Marks the fences of a page for the theme and hides those that readers do not see. Throws for a page with problems. */
export default function remarkTejun(options?: RemarkTejunOptions): (tree: Root, file: VFile) => void;
