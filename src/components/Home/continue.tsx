import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import courses from '@generated/tejun-courses/default/courses.json';
import type { ReactNode } from 'react';
import { infosOf } from '../../site/courses.ts';
import { registerPages, useLatestPage, useProgress } from '../Practice/index.ts';
import styles from './styles.module.css';

registerPages(infosOf(courses));

type CoursePage = (typeof courses)[number]['pages'][number];

/** Leads a reader who was here before to the page on which they were. Nothing where no page of a course was begun. */
export default function Continue(): ReactNode {
  const latest = useLatestPage();
  const pages = courses.flatMap((course) => course.pages);
  const place = pages.findIndex(({ id }) => id === latest);
  return place < 0 ? null : <ContinueAt pages={pages.slice(place)} />;
}

/** The first of these pages on which something is left to do. */
function ContinueAt({ pages: [page, ...others] }: { readonly pages: readonly CoursePage[] }): ReactNode {
  const { done, steps } = useProgress(page ? [page.id] : []);
  if (!page) return null;
  if (done === steps) return <ContinueAt pages={others} />;
  const { title, permalink } = page;
  return (
    <Link className={`button button--secondary button--lg ${styles.continue}`} to={permalink} data-continue>
      <Translate id="tejun.home.continue" values={{ title, done, steps }}>
        {'続きから: {title} ({done}/{steps})'}
      </Translate>
    </Link>
  );
}
