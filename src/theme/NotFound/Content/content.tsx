import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { PageMetadata } from '@docusaurus/theme-common';
import { type ReactNode, useEffect, useState } from 'react';
import { FirstCourses } from '../../../components/CourseList/first.tsx';
import styles from './styles.module.css';

/** An address that is not there; also what a reader without a network sees of a page that was not kept. */
export default function Content(): ReactNode {
  const [offline, setOffline] = useState(false);
  useEffect(() => setOffline(!navigator.onLine), []);
  return (
    <main className={styles.main}>
      {offline ? <Offline /> : <Missing />}
      <p>
        <Link className="button button--primary" to="/">
          <Translate id="tejun.missing.home">ホームへ</Translate>
        </Link>
      </p>
      <h2>
        <Translate id="tejun.home.courses">ハンズオン</Translate>
      </h2>
      <FirstCourses />
    </main>
  );
}

function Missing(): ReactNode {
  return (
    <>
      <h1>
        <Translate id="tejun.missing.title">ページが見つかりません</Translate>
      </h1>
      <p>
        <Translate id="tejun.missing.text">
          アドレスが変わったか、間違っている可能性があります。検索するか、下の一覧から選んでください。
        </Translate>
      </p>
    </>
  );
}

function Offline(): ReactNode {
  const title = translate({ id: 'tejun.missing.offline.title', message: 'オフラインです' });
  return (
    <>
      <PageMetadata title={title} />
      <h1>{title}</h1>
      <p>
        <Translate id="tejun.missing.offline.text">
          このページは、まだこの端末に保存されていません。ネットワークにつながったら、もう一度開いてください。
        </Translate>
      </p>
    </>
  );
}
