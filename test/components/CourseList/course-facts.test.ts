import { expect, test } from 'vitest';
import { CourseFacts, Prerequisites } from '../../../src/components/CourseList/course-facts.tsx';
import type { Course } from '../../../src/site/courses.ts';
import { markup, words } from '../markup.ts';

const info = (minutes: number, steps: number) => ({ practice: 'c', hash: 'h', steps, minutes });
const course: Course = {
  ...{ id: 'c', title: 'C', description: '', permalink: '/docs/c', after: ['b', 'none'], level: 'beginner' },
  pages: [
    { id: 'c/one', title: '1', permalink: '/docs/c/one', info: info(5, 3) },
    { id: 'c/two', title: '2', permalink: '/docs/c/two', info: info(7, 4) },
    { id: 'c/text', title: '3', permalink: '/docs/c/text' },
  ],
};

test('times and steps of all pages are added up', () => {
  expect(words(CourseFacts, { course })).toBe('入門\nページで約12分\n7ステップ');
  expect(words(CourseFacts, { course: { ...course, level: undefined } })).toBe('ページで約12分\n7ステップ');
});

test('the courses to do before are links; without any there is nothing', () => {
  expect(markup(Prerequisites, { course })).toBe(
    '<p>先に実施するハンズオン: <span><a href="/docs/b">Course b</a></span></p>',
  );
  expect(markup(Prerequisites, { course: { ...course, after: [] } })).toBe('');
});
