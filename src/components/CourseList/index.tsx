import Link from '@docusaurus/Link';
import { usePluginData } from '@docusaurus/useGlobalData';
import type { ReactNode } from 'react';
import type { Course, CoursesData } from '../../../plugins/docusaurus/courses.ts';
import { CourseFacts } from './facts.tsx';
import styles from './styles.module.css';

export function useCourses(): readonly Course[] {
  return (usePluginData('tejun-courses') as CoursesData).courses;
}

/** All courses, each with the pages that it leads through. */
export function CourseList(): ReactNode {
  return (
    <ul className={styles.list}>
      {useCourses().map((course) => (
        <li key={course.id} className={styles.course}>
          <h3>
            <Link to={course.permalink}>{course.title}</Link>
          </h3>
          <p>{course.description}</p>
          <CourseFacts course={course} />
          <ol className={styles.pages}>
            {course.pages.map((page) => (
              <li key={page.permalink}>
                <Link to={page.permalink}>{page.title}</Link>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
