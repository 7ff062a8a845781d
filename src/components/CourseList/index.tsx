import Link from '@docusaurus/Link';
import allCourses from '@generated/tejun-courses/default/courses.json';
import type { ReactNode } from 'react';
import { type Course, infosOf } from '../../site/courses.ts';
import { registerPages } from '../Practice/page-info.ts';
import { PageMark, Progress } from '../Progress/index.tsx';
import { CourseFacts, Prerequisites } from './course-facts.tsx';
import styles from './styles.module.css';

registerPages(infosOf(allCourses));

interface Props {
  /** The rank of the courses' titles: one below what stands above the list. */
  readonly heading?: 'h2' | 'h3';
  readonly courses: readonly Course[];
}

/** Courses, each with the pages that it leads through. */
export function CourseList({ heading: Heading = 'h3', courses }: Props): ReactNode {
  return (
    <ul className={styles.list}>
      {courses.map((course) => (
        <li key={course.id} className={styles.course}>
          <Heading className={styles.title}>
            <Link to={course.permalink}>{course.title}</Link>
          </Heading>
          <p>{course.description}</p>
          <CourseFacts course={course} />
          <Prerequisites course={course} />
          <div className={styles.progress}>
            <Progress pages={course.pages.map(({ id }) => id)} onceBegun />
          </div>
          <ol className={styles.pages}>
            {course.pages.map((page) => (
              <li key={page.permalink}>
                <Link to={page.permalink}>{page.title}</Link> <PageMark page={page.id} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
