import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { LearningPath } from '../components/CourseList/path.tsx';
import styles from './index.module.css';

/** Target for a reader who shortens a page's address to /docs. */
export default function Courses(): ReactNode {
  return (
    <Layout
      title={translate({ id: 'tejun.home.courses', message: 'ハンズオン' })}
      description={translate({
        id: 'tejun.docs.description',
        message: 'ブラウザの中で実行できる、AWS CLIハンズオンの一覧です。',
      })}
    >
      <main className={styles.main}>
        <h1>
          <Translate id="tejun.home.courses">ハンズオン</Translate>
        </h1>
        <LearningPath />
      </main>
    </Layout>
  );
}
