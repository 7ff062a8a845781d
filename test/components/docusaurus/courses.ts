/** In the place of the courses that the plugin `tejun-courses` writes, for tests of components. */
import type { Course } from '../../../src/site/courses.ts';

const course = (id: string): Course => ({
  ...{ id, title: `Course ${id}`, description: '', permalink: `/docs/${id}` },
  ...{ after: [], pages: [] },
});

const courses: readonly Course[] = [course('a'), course('b')];
export default courses;
