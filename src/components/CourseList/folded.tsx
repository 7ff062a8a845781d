import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Course } from '../../site/courses.ts';
import { Fold } from '../Fold/index.tsx';
import { CourseList } from './index.tsx';

interface Props {
  readonly heading?: 'h2' | 'h3';
  readonly courses: readonly Course[];
}

/** Courses after those that are shown; nothing where there are none. */
export function FoldedCourses({ heading, courses }: Props): ReactNode {
  if (courses.length === 0) return null;
  const plain = courses.map(({ id, title, permalink }) => (
    <Link key={id} to={permalink}>
      {title}
    </Link>
  ));
  return (
    <Fold
      summary={
        <Translate id="tejun.courses.others" values={{ count: courses.length }}>
          {'ほかの{count}件を表示'}
        </Translate>
      }
      plain={plain}
    >
      {() => <CourseList {...(heading && { heading })} courses={courses} />}
    </Fold>
  );
}
