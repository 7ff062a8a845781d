import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { ageInDays, judgeTrust, OLD } from '../../verification/index.ts';
import { usePageData, usePageInfo } from '../Practice/page-info.ts';
import { lazyOnOpen } from './lazy-on-open.ts';
import styles from './styles.module.css';
import { Summary } from './summary.tsx';

const records = lazyOnOpen(() => import('./records.tsx'));

/** When, against what and with what a page was last run; nothing where nothing runs or no runs are kept. */
export function TrustBadge(): ReactNode {
  const facts = usePageInfo();
  const runs = usePageData().records;
  const trust = judgeTrust(runs ?? [], facts?.hash ?? '');
  const age = useAge('record' in trust ? trust.record.date : undefined);
  if (!facts || !runs) return null;
  const old = age !== undefined && age >= OLD;
  return (
    <details
      className={styles.badge}
      data-trust={trust.kind}
      data-old={old || undefined}
      onToggle={records.open}
    >
      <summary>
        <span>
          <Summary trust={trust} age={old ? age : undefined} />
        </span>
      </summary>
      <Suspense fallback={null}>
        <records.Part records={runs} hash={facts.hash} />
      </Suspense>
      <Differences />
    </details>
  );
}

/** A link to the page on differences, where the site has one (`customFields.differences`). */
function Differences(): ReactNode {
  const { differences } = useDocusaurusContext().siteConfig.customFields as { differences?: string };
  return differences === undefined ? null : (
    <p>
      <Link to={differences}>
        <Translate id="tejun.trust.differences">練習用アカウントとAWSの違い</Translate>
      </Link>
    </p>
  );
}

/** Known in the browser only: a page is built once and read for months. */
function useAge(date: string | undefined): number | undefined {
  const [age, setAge] = useState<number>();
  useEffect(() => setAge(date === undefined ? undefined : ageInDays(date, Date.now())), [date]);
  return age;
}
