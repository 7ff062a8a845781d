import type { Plugin } from 'vitest/config';

export interface PagesOptions {
  /** Folder of the project; Vitest's root by default. */
  readonly root?: string;
}

/** Shows pages as test files, and their steps as tests. */
export function pages(options?: PagesOptions): Plugin;
