import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** In place of Docusaurus's: links only, translated as the rest of the site is. */
export default function Footer(): ReactNode {
  const { repository } = useDocusaurusContext().siteConfig.customFields as { repository: string };
  return (
    <footer className={styles.footer}>
      <ul className={styles.links}>
        <li>
          <Link to={useBaseUrl('/docs')}>
            <Translate id="tejun.home.courses">ハンズオン</Translate>
          </Link>
        </li>
        <li>
          <Link to={useBaseUrl('/differences')}>
            <Translate id="tejun.footer.differences">AWSとの違い</Translate>
          </Link>
        </li>
        <li>
          <Link to={useBaseUrl('/docs/writing/page-syntax')}>
            <Translate id="tejun.footer.writing">手順を書く、翻訳する</Translate>
          </Link>
        </li>
        <li>
          <Link to={useBaseUrl('/translations')}>
            <Translate id="tejun.footer.translations">翻訳の状況</Translate>
          </Link>
        </li>
        <li>
          <a href={repository}>
            <Translate id="tejun.footer.source">ソースコード</Translate>
          </a>
        </li>
        <li>
          <a href={useBaseUrl('/llms.txt')}>
            <Translate id="tejun.footer.llms">Markdown版の一覧</Translate>
          </a>
        </li>
        <li>
          <a href={useBaseUrl('/third-party-notices.txt')}>
            <Translate id="tejun.footer.notices">使用しているソフトウェアのライセンス</Translate>
          </a>
        </li>
      </ul>
    </footer>
  );
}
