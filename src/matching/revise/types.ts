import type { ComparisonState } from '../comparison.ts';
import type { MaskForPage } from './mask-for-page.ts';

/** Context of a format's revision. */
export interface RevisionContext {
  /** Knows the values of the page so far; what is kept of the example is absorbed by it. */
  readonly comparison: ComparisonState;
  /** Makes a new text fit to be published. */
  readonly publish: MaskForPage;
}
