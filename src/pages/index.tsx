import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import courses from '@generated/tejun-courses/default/courses.json';
import Layout from '@theme/Layout';
import type { ReactNode } from 'react';
import { FirstCourses } from '../components/CourseList/first.tsx';
import { Features } from '../components/Home/features.tsx';
import { HomeSample } from '../components/Home/home-sample.tsx';
import { useIsActivated } from '../components/Practice/activation.ts';
import { lazyComponent } from '../components/Practice/lazy-component.tsx';
import styles from './index.module.css';

const Continue = lazyComponent(
  () => import(/* webpackChunkName: "progress" */ '../components/Home/continue.tsx'),
  { fallback: () => null },
);

export default function Home(): ReactNode {
  const description = translate({
    id: 'tejun.home.description',
    message:
      'ブラウザでコマンドを実行しながら学ぶ、AWS CLIのハンズオン。すべてのコマンドを自動で実行し、結果を照合しています。',
  });
  return (
    <Layout
      title={translate({ id: 'tejun.home.title', message: '動作確認済みのAWS CLIハンズオン' })}
      description={description}
    >
      <main className={styles.main}>
        <Hero description={description} />
        <Features />
        <section>
          <h2>
            <Translate id="tejun.home.courses">ハンズオン</Translate>
          </h2>
          <FirstCourses />
        </section>
      </main>
    </Layout>
  );
}

function Hero({ description }: { readonly description: string }): ReactNode {
  const first = courses[0];
  const isActivated = useIsActivated();
  return (
    <header className={styles.hero}>
      <div>
        <h1>
          <Translate id="tejun.home.title">動作確認済みのAWS CLIハンズオン</Translate>
        </h1>
        <p className={styles.lead}>{description}</p>
        {first && (
          <p className={styles.start}>
            <Link className="button button--primary button--lg" to={first.permalink}>
              <Translate id="tejun.home.start">ハンズオンを始める</Translate>
            </Link>
            {isActivated && <Continue />}
            <span>
              <Translate id="tejun.home.free">AWSアカウント不要・無料</Translate>
            </span>
          </p>
        )}
      </div>
      <HomeSample />
    </header>
  );
}
