/** A course as the home page lists it; texts are those of its overview page, in the locale being built. */
export interface Course {
  /** The folder below docs/. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly permalink: string;
  /** `level` in the front matter of the overview. */
  readonly level?: 'beginner' | 'intermediate' | 'advanced';
  /** The pages after the overview, in their order. */
  readonly pages: readonly { readonly id: string; readonly title: string; readonly permalink: string }[];
}
