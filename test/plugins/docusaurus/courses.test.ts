import { expect, test } from 'vitest';
import { inLearningOrder } from '../../../plugins/docusaurus/courses.ts';

const course = (id: string, about: Partial<Parameters<typeof inLearningOrder>[0][number]> = {}) => ({
  id,
  after: [],
  ...about,
});
const ordered = (...courses: ReturnType<typeof course>[]) => inLearningOrder(courses).map(({ id }) => id);

test('topics have their order, and a course without one is the last', () => {
  expect(ordered(course('a'), course('b', { topic: 'storage' }), course('c', { topic: 'identity' }))).toEqual(
    ['c', 'b', 'a'],
  );
});

test('a course is after those that it builds on, then easier ones are first', () => {
  expect(
    ordered(
      course('a', { after: ['b'] }),
      course('b', { level: 'advanced' }),
      course('c', { level: 'beginner' }),
      course('d', { after: ['a'] }),
    ),
  ).toEqual(['c', 'b', 'a', 'd']);
});

test('courses that name each other, or one that is not there, are listed all the same', () => {
  expect(ordered(course('a', { after: ['b'] }), course('b', { after: ['a', 'nowhere'] })).sort()).toEqual([
    'a',
    'b',
  ]);
});
