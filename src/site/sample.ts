import type { PageData } from './page-data.ts';

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
