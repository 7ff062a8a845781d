import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import courses from '@generated/tejun-courses/default/courses.json';
import type { ReactNode } from 'react';
import type { Course } from '../../site/courses.ts';
import styles from './styles.module.css';

/** For whom the course is, how long it takes, how much there is to do. */
export function CourseFacts({ course }: { readonly course: Course }): ReactNode {
  const pages = course.pages.flatMap(({ info }) => info ?? []);
  const minutes = pages.reduce((sum, page) => sum + page.minutes, 0);
  const steps = pages.reduce((sum, page) => sum + page.steps, 0);
  return (
    <ul className={styles.facts}>
      {course.level && (
        <li>
          <Level level={course.level} />
        </li>
      )}
      <li>
        <Translate id="tejun.course.minutes" values={{ minutes }}>
          {'ページで約{minutes}分'}
        </Translate>
      </li>
      <li>
        <Translate id="tejun.course.steps" values={{ steps }}>
          {'{steps}ステップ'}
        </Translate>
      </li>
    </ul>
  );
}

function Level({ level }: { readonly level: NonNullable<Course['level']> }): ReactNode {
  switch (level) {
    case 'beginner':
      return <Translate id="tejun.course.beginner">入門</Translate>;
    case 'intermediate':
      return <Translate id="tejun.course.intermediate">中級</Translate>;
    case 'advanced':
      return <Translate id="tejun.course.advanced">上級</Translate>;
  }
}

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
