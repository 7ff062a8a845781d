import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** Shows the features, each with its icon. */
export function Features(): ReactNode {
  return (
    <ul className={styles.promises}>
      <li>
        <Sign path="M4 5h16v14H4zM7 9l3 3-3 3M12 15h5" />
        <h2>
          <Translate id="tejun.home.run.title">読みながら実行できる</Translate>
        </h2>
        <p>
          <Translate
            id="tejun.home.run.text"
            values={{
              account: (
                <Link to="/differences">
                  <Translate id="tejun.home.run.account">練習用アカウント</Translate>
                </Link>
              ),
            }}
          >
            {
              'ボタンを押すと、コマンドがブラウザの中の{account}で実行されます。料金はかかりません。失敗しても、実際の環境に影響はありません。'
            }
          </Translate>
        </p>
      </li>
      <li>
        <Sign path="M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5" />
        <h2>
          <Translate id="tejun.home.proven.title">動作確認済み</Translate>
        </h2>
        <p>
          <Translate id="tejun.home.proven.text">
            すべてのコマンドを本物のAWS
            CLIでも自動で実行し、結果(例)と照合しています。いつ確かめたかは、ページごとに表示しています。
          </Translate>
        </p>
      </li>
      <li>
        <Sign path="M8 4h8v3H8zM6 5.5H5V20h14V5.5h-1M9 12h6M9 16h4" />
        <h2>
          <Translate id="tejun.home.own.title">自分の環境でも試せる</Translate>
        </h2>
        <p>
          <Translate id="tejun.home.own.text">
            コマンドはそのままコピーできます。ご自分のターミナルで表示された結果を貼り付けると、例のとおりかどうかがわかります。
          </Translate>
        </p>
      </li>
    </ul>
  );
}

function Sign({ path }: { readonly path: string }): ReactNode {
  return (
    <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
