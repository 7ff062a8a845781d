import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import courses from '@generated/tejun-courses/default/courses.json';
import type { ReactNode } from 'react';
import type { Course } from '../../site/courses.ts';

/** The courses that readers should have done before. */
export function Prerequisites({ course }: { readonly course: Course }): ReactNode {
  const before = courses.filter(({ id }) => course.after.includes(id));
  if (before.length === 0) return null;
  return (
    <p>
      <Translate id="tejun.course.after">先に実施するハンズオン:</Translate>{' '}
      {before.map(({ id, title, permalink }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to={permalink}>{title}</Link>
        </span>
      ))}
    </p>
  );
}
