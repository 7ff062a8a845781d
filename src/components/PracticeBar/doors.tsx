import Link from '@docusaurus/Link';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { KeepOffline } from '../KeepOffline/index.tsx';
import { usePageData } from '../Practice/page-info.ts';
import { choosePracticePlace } from '../Practice/practice-place.ts';
import { ScriptButtons } from '../Script/index.tsx';
import styles from './styles.module.css';

/** On top of the overview of a course: begin here, where nothing is needed, or in a terminal of one's own. */
export function Doors(): ReactNode {
  const { metadata, toc } = useDoc();
  const { pages } = usePageData();
  const { differences } = useDocusaurusContext().siteConfig.customFields as { differences?: string };
  const isPractised = Object.keys(pages).length > 0;
  if (!metadata.id.endsWith('/index') || !metadata.next || !isPractised) return null;
  const first = metadata.next.permalink;
  const needs = toc.find(({ id }) => id === 'requirements');
  return (
    <>
      <div className={styles.doors} data-doors>
        <div className={styles.door}>
          <strong>
            <Translate id="tejun.door.here">このページの中で</Translate>
          </strong>
          <p>
            <Translate id="tejun.door.here.text">
              ブラウザの中の練習用アカウントで実行します。AWSアカウントもインストールも要りません。
            </Translate>
          </p>
          <Link className="button button--primary" to={first} onClick={() => choosePracticePlace('here')}>
            <Translate id="tejun.door.here.start">はじめる</Translate>
          </Link>
        </div>
        <div className={styles.door}>
          <strong>
            <Translate id="tejun.door.own">自分のターミナルで</Translate>
          </strong>
          <p>
            <Translate id="tejun.door.own.text">
              コマンドをコピーしてご自分のAWSアカウントで実行し、結果を貼り付けて確かめます。
            </Translate>{' '}
            {needs && (
              <a href="#requirements">
                <Translate id="tejun.door.own.needs">必要なもの</Translate>
              </a>
            )}{' '}
            {differences && (
              <Link to={`${differences}#own-terminal`}>
                <Translate id="tejun.door.own.ways">AWSアカウントがないとき、CloudShellを使うとき</Translate>
              </Link>
            )}
          </p>
          <Link className="button button--secondary" to={first} onClick={() => choosePracticePlace('own')}>
            <Translate id="tejun.door.own.start">この方法ではじめる</Translate>
          </Link>
          <div className={styles.facts}>
            <ScriptButtons />
          </div>
        </div>
      </div>
      <KeepOffline />
    </>
  );
}
