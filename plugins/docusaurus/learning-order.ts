import { type Course, TOPICS } from '../../src/site/courses.ts';

/** Orders courses as a path: by topic; within it each after those that it builds on, easier ones first. */
export function inLearningOrder<T extends Pick<Course, 'id' | 'level' | 'topic' | 'after'>>(
  courses: readonly T[],
): T[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const depth = (course: T, seen: readonly string[] = []): number => {
    const before = course.after.flatMap((id) => byId.get(id) ?? []).filter(({ id }) => !seen.includes(id));
    return before.reduce((deepest, other) => Math.max(deepest, 1 + depth(other, [...seen, course.id])), 0);
  };
  return courses
    .map((course) => ({ course, depth: depth(course) }))
    .sort(
      (a, b) =>
        topicRank(a.course) - topicRank(b.course) ||
        a.depth - b.depth ||
        levelRank(a.course) - levelRank(b.course) ||
        a.course.id.localeCompare(b.course.id),
    )
    .map(({ course }) => course);
}

const LEVELS = ['beginner', 'intermediate', 'advanced'];
/** A course without a topic is the last. */
const topicRank = ({ topic }: Pick<Course, 'topic'>) => (topic ? TOPICS.indexOf(topic) : TOPICS.length);
const levelRank = ({ level = 'beginner' }: Pick<Course, 'level'>) => LEVELS.indexOf(level);
