import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import type { SessionStepOutcome } from '../../session/index.ts';
import type { PracticePage } from '../Practice/index.ts';
import { issueAddress } from './report.ts';
import styles from './styles.module.css';

interface Props {
  readonly page: PracticePage;
  readonly step: string;
  readonly outcome: SessionStepOutcome | undefined;
}

/** A link to an issue that is written already, where the site names its repository (`customFields.repository`). */
export function ReportIssueLink({ page, step, outcome }: Props): ReactNode {
  const { siteConfig, i18n } = useDocusaurusContext();
  const { repository } = siteConfig.customFields as { repository?: string };
  const words = {
    title: translate({ id: 'tejun.report.title', message: 'ステップの不具合' }),
    ask: translate({
      id: 'tejun.report.ask',
      message: '何が起きたかを書いてください。アクセスキー、トークン、アカウントIDは書かないでください。',
    }),
  };
  if (repository === undefined) return null;
  const address = issueAddress(repository, words, {
    ...{ page: page.id, step, locale: i18n.currentLocale, version: page.info.hash, outcome },
  });
  return (
    <p className={styles.report}>
      <a href={address} target="_blank" rel="noreferrer">
        <Translate id="tejun.report">このステップの不具合を報告する</Translate>
      </a>
    </p>
  );
}
