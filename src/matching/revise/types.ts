import type { Comparison } from '../comparison.ts';
import type { MaskForPage } from './mask-for-page.ts';

/** What a form's revision works with. */
export interface RevisionContext {
  /** Knows the values of the page so far; what is kept of the example is absorbed by it. */
  readonly comparison: Comparison;
  /** Makes a new text fit to be published. */
  readonly publish: MaskForPage;
}
