import type { PageInfo } from '../session/types.ts';

/** A course as the home page lists it; texts are those of its overview page, in the locale being built. */
export interface Course {
  /** The folder below docs/. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly permalink: string;
  /** `level` in the front matter of the overview. */
  readonly level?: 'beginner' | 'intermediate' | 'advanced';
  /** `topic` in the front matter of the overview: the part of the learning path. */
  readonly topic?: Topic;
  /** `after` in the front matter of the overview: ids of the courses that readers should have done before. */
  readonly after: readonly string[];
  /** The pages after the overview, in their order. */
  readonly pages: readonly CoursePage[];
}

/** Parts of the learning path, in their order. */
export const TOPICS = ['identity', 'storage', 'network', 'compute', 'integration', 'operations'] as const;
export type Topic = (typeof TOPICS)[number];

interface CoursePage {
  readonly id: string;
  readonly title: string;
  readonly permalink: string;
  /** Of a page on which something is run. */
  readonly info?: PageInfo;
}

/** Collects the facts of the pages of courses, by id. */
export function infosOf(courses: readonly Course[]): Record<string, PageInfo | undefined> {
  return Object.fromEntries(courses.flatMap(({ pages }) => pages.map(({ id, info }) => [id, info])));
}
