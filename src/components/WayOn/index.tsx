import Link from '@docusaurus/Link';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';

/** Links to the next page or course, else to all courses; to nothing on a site without a list of them. */
export function WayOn({ className }: { readonly className?: string }): ReactNode {
  const { next } = useDoc().metadata;
  const { courses } = useDocusaurusContext().siteConfig.customFields as { courses?: string };
  const to = next?.permalink ?? courses;
  if (to === undefined) return null;
  return (
    <Link className={className} to={to}>
      {next ? (
        <Translate id="tejun.onward.next" values={{ title: next.title }}>
          {'次へ: {title}'}
        </Translate>
      ) : (
        <Translate id="tejun.onward.others">ほかのハンズオンを見る</Translate>
      )}
    </Link>
  );
}
