import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { usePageData, useProgress } from '../Practice/index.ts';
import { WayOn } from '../WayOn/index.tsx';
import styles from './styles.module.css';

/** Links to the next page once all of a page is done or, at the end of the course, to the next course or to all of them. */
export function Onward(): ReactNode {
  const { frontMatter, metadata } = useDoc();
  const { id, next } = metadata;
  const { goals, pages: infos } = usePageData();
  const pages = Object.keys(infos);
  const { done, steps } = useProgress(pages);
  // A sidebar holds one course: only the front matter of a page leads out of it.
  const course = id.slice(0, id.indexOf('/') + 1);
  const isLast = !next || !(frontMatter.pagination_next ?? id).startsWith(course);
  if (!isLast)
    return (
      <p className={styles.onward} data-onward="page">
        <Translate id="tejun.onward.page">この手順は完了です。</Translate>
        <WayOn />
      </p>
    );
  return (
    <p className={styles.onward} data-onward="course">
      {done === steps ? (
        <Translate id="tejun.onward.course" values={{ steps }}>
          {'おめでとうございます。このハンズオンの{steps}ステップを、すべて実施しました。'}
        </Translate>
      ) : (
        <Translate id="tejun.onward.left" values={{ left: steps - done }}>
          {'最後の手順が完了しました。このハンズオンには、まだ実施していないステップが{left}個あります。'}
        </Translate>
      )}
      {goals && (
        <a href="#course-end">
          <Translate id="tejun.onward.end">まとめを見る</Translate>
        </a>
      )}
      <WayOn />
    </p>
  );
}
