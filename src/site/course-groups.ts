import { type Course, TOPICS, type Topic } from './courses.ts';

/** Courses of a topic; those of no topic are the last group. */
interface CourseGroup {
  readonly topic: Topic | undefined;
  /** Shown at first. */
  readonly shown: readonly Course[];
  /** Shown when one unfolds them. */
  readonly folded: readonly Course[];
}

/** How many courses are shown at first: with some twenty elements each, a page of them stays light. */
export const MOST_COURSES = 18;

/** Groups courses by topic. Where there are many, each group shows its first ones, and folds the others. */
export function groupCourses(courses: readonly Course[]): CourseGroup[] {
  const groups = [...TOPICS, undefined]
    .map((topic) => ({ topic, courses: courses.filter((course) => course.topic === topic) }))
    .filter((group) => group.courses.length > 0);
  const most = courses.length > MOST_COURSES ? Math.floor(MOST_COURSES / groups.length) : MOST_COURSES;
  return groups.map((group) => ({
    topic: group.topic,
    shown: group.courses.slice(0, most),
    folded: group.courses.slice(most),
  }));
}
