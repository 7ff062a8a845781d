import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import DocItemFooter from '@theme-original/DocItem/Footer';
import type { ReactNode } from 'react';
import { markdownPath } from '../../../site/page-data.ts';
import styles from './styles.module.css';

/** Below the page: how to read it elsewhere, how to fix it. */
export default function ProcedureFooter(): ReactNode {
  const { permalink } = useDoc().metadata;
  return (
    <div className={styles.row}>
      <DocItemFooter />
      <a href={markdownPath(permalink)}>
        <Translate id="tejun.page.markdown">Markdownで表示</Translate>
      </a>
    </div>
  );
}
