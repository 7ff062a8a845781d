import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCourses, MOST_COURSES } from '../../src/site/course-groups.ts';
import { type Course, TOPICS } from '../../src/site/courses.ts';

const courses = (topics: readonly Course['topic'][]): Course[] =>
  topics.map((topic, index) => ({
    ...{ id: `c${index}`, title: '', description: '', permalink: '', after: [], pages: [] },
    topic,
  }));
const topics = fc.array(fc.constantFrom(...TOPICS, undefined), { maxLength: 200 });

test('few courses are all shown', () => {
  const groups = groupCourses(courses(['storage', 'identity', undefined, 'storage']));
  expect(groups.map(({ topic }) => topic)).toEqual(['identity', 'storage', undefined]);
  expect(groups.flatMap(({ folded }) => folded)).toEqual([]);
});

test('many are there once each, and no more are shown at first than a page can hold', () => {
  fc.assert(
    fc.property(topics, (all) => {
      const groups = groupCourses(courses(all));
      const ids = groups.flatMap(({ shown, folded }) => [...shown, ...folded]).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(
        courses(all)
          .map(({ id }) => id)
          .toSorted(),
      );
      expect(groups.flatMap(({ shown }) => shown).length).toBeLessThanOrEqual(MOST_COURSES);
      for (const { shown } of groups) expect(shown.length).toBeGreaterThan(0);
    }),
  );
});
