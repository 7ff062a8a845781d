import Link from '@docusaurus/Link';
import { useDoc, useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useState } from 'react';
import { Button } from '../Button/index.tsx';
import { usePageData, useProgress } from '../Practice/index.ts';
import { PageMark } from '../Progress/index.tsx';
import { newIssueAddress } from '../ReportIssueLink/report.ts';
import { WayOn } from '../WayOn/index.tsx';
import styles from './styles.module.css';

interface Props {
  readonly page: string;
  /** Skills that readers have after the course. */
  readonly goals: readonly string[];
}

/** The end of a course, once its last page is done: what was done, what one can do now, and where to go. */
export default function Summary({ page, goals }: Props): ReactNode {
  const onPage = useProgress([page]);
  const pages = usePageData().pages;
  const { done, steps } = useProgress(Object.keys(pages));
  if (onPage.done < onPage.steps) return null;
  return (
    <section className={styles.end} aria-labelledby="course-end" data-course-end>
      <h2 id="course-end">
        {done === steps ? (
          <Translate id="tejun.end.title">ハンズオンの完了</Translate>
        ) : (
          <Translate id="tejun.end.title.left" values={{ left: steps - done }}>
            {'最後の手順の完了 (残り{left}ステップ)'}
          </Translate>
        )}
      </h2>
      <div className={styles.columns}>
        <div>
          <h3>
            <Translate id="tejun.end.did">実施したこと</Translate>
          </h3>
          <Pages />
        </div>
        <div>
          <h3>
            <Translate id="tejun.end.can">できるようになったこと</Translate>
          </h3>
          <ul>
            {goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        </div>
      </div>
      <Ways />
    </section>
  );
}

/** The pages of the course, each with how much of it is done. */
function Pages(): ReactNode {
  const { pages } = usePageData();
  const links = (useDocsSidebar()?.items ?? []).flatMap((item) =>
    item.type === 'link' && item.docId !== undefined && pages[item.docId] ? [item] : [],
  );
  return (
    <ul>
      {links.map(({ href, label, docId = '' }) => (
        <li key={href}>
          <Link to={href}>{label}</Link> <PageMark page={docId} />
        </li>
      ))}
    </ul>
  );
}

/** Ways on: the next course, to tell others of this one, to tell its writers what to improve. */
function Ways(): ReactNode {
  const { metadata } = useDoc();
  const { repository } = useDocusaurusContext().siteConfig.customFields as { repository?: string };
  /** Answer of the button; where the browser forbids copying, the address itself. */
  const [result, setResult] = useState<ReactNode>();
  const copy = async () => {
    const address = courseAddress(metadata.permalink);
    try {
      await navigator.clipboard.writeText(address);
      setResult(<Translate id="tejun.copied">コピーしました</Translate>);
    } catch {
      setResult(address);
    }
  };
  return (
    <div className={styles.ways}>
      <WayOn className="button button--primary" />
      <Button look="plain" onClick={() => void copy()}>
        <Translate id="tejun.end.share">このハンズオンのリンクをコピー</Translate>
      </Button>
      <span role="status">{result}</span>
      {repository !== undefined && (
        <a
          href={newIssueAddress(repository, { title: `${metadata.id.split('/')[0]}: ` })}
          target="_blank"
          rel="noreferrer"
        >
          <Translate id="tejun.end.feedback">感想や改善の提案を送る</Translate>
        </a>
      )}
    </div>
  );
}

/** The overview stands above its pages. */
const courseAddress = (permalink: string) => new URL(permalink.replace(/\/[^/]*$/, ''), location.href).href;
