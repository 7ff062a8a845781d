import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import allCourses from '@generated/tejun-courses/default/courses.json';
import type { ReactNode } from 'react';
import { groupCourses } from '../../site/course-groups.ts';
import type { Course } from '../../site/courses.ts';
import { CourseList } from './index.tsx';

/** The first courses of each topic, and the way to the list of all; all of them where they are few. */
export function FirstCourses({ courses = allCourses }: { readonly courses?: readonly Course[] }): ReactNode {
  const shown = groupCourses(courses).flatMap((group) => group.shown);
  return (
    <>
      <CourseList courses={shown} />
      {shown.length < courses.length && (
        <p>
          <Link to="/docs">
            <Translate id="tejun.courses.all" values={{ count: courses.length }}>
              {'すべてのハンズオン ({count}件)'}
            </Translate>
          </Link>
        </p>
      )}
    </>
  );
}
