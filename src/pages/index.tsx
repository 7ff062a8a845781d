import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import Layout from '@theme/Layout';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { CourseList, useCourses } from '../components/CourseList/index.tsx';
import { StepFigure } from '../components/StepFigure/index.tsx';
import styles from './index.module.css';

export default function Home(): ReactNode {
  const description = translate({
    id: 'tejun.home.description',
    message:
      'コマンドを順に実行して学ぶ、AWS CLIのハンズオン。コマンドと結果は、すべて自動で実行して確かめています。',
  });
  return (
    <Layout description={description}>
      <main className={styles.main}>
        <Hero description={description} />
        <Promises />
        <section>
          <h2>
            <Translate id="tejun.home.courses">ハンズオン</Translate>
          </h2>
          <CourseList />
        </section>
      </main>
    </Layout>
  );
}

function Hero({ description }: { readonly description: string }): ReactNode {
  const first = useCourses()[0];
  return (
    <header className={styles.hero}>
      <div>
        <h1>
          <Translate id="tejun.home.title">動くことを確かめた、AWS CLIの手順</Translate>
        </h1>
        <p className={styles.lead}>{description}</p>
        {first && (
          <Link className="button button--primary button--lg" to={first.permalink}>
            <Translate id="tejun.home.start">ハンズオンを始める</Translate>
          </Link>
        )}
      </div>
      <Sample />
    </header>
  );
}

/** What a page looks like, for the first glance. */
function Sample(): ReactNode {
  return (
    <div className={styles.sample}>
      <StepFigure kind="command">
        <CodeBlock language="bash">aws s3 ls</CodeBlock>
      </StepFigure>
      <StepFigure kind="result">
        <CodeBlock language="text">2021-12-20 09:00:00 example-bucket</CodeBlock>
      </StepFigure>
    </div>
  );
}

function Promises(): ReactNode {
  return (
    <ul className={styles.promises}>
      <li>
        <h2>
          <Translate id="tejun.home.copy.title">そのまま実行できる</Translate>
        </h2>
        <p>
          <Translate id="tejun.home.copy.text">
            コピーボタンで取り出せるのはコマンドだけ。プロンプトや説明の文字は混ざりません。
          </Translate>
        </p>
      </li>
      <li>
        <h2>
          <Translate id="tejun.home.result.title">結果を見比べられる</Translate>
        </h2>
        <p>
          <Translate id="tejun.home.result.text">
            コマンドが表示する結果の例は、コマンドのすぐ下にあります。うまくいく場面だけでなく、エラーになる場面も体験します。
          </Translate>
        </p>
      </li>
      <li>
        <h2>
          <Translate id="tejun.home.back.title">はじめの状態に戻せる</Translate>
        </h2>
        <p>
          <Translate id="tejun.home.back.text">
            どのハンズオンも片付けで終わります。作ったものが消えたことまで確認します。
          </Translate>
        </p>
      </li>
    </ul>
  );
}
