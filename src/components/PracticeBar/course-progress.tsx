import courses from '@generated/tejun-courses/default/courses.json';
import type { ReactNode } from 'react';
import { Progress } from '../Progress/index.tsx';

/** How far the reader is in the course with this overview. */
export default function CourseProgress({ overview }: { readonly overview: string }): ReactNode {
  const course = courses.find(({ id }) => `${id}/index` === overview);
  return course ? <Progress pages={course.pages.map(({ id }) => id)} onceBegun /> : null;
}
