import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { StepVerdict } from '../../session/index.ts';
import styles from './styles.module.css';
import { describePath } from './words.ts';

/** Facts of a step that a reader should know although its result is as expected. */
export function Notices({ notices }: Pick<StepVerdict, 'notices'>): ReactNode {
  const replaced = notices.flatMap((notice) => notice.replaced ?? []);
  const empty = notices.filter(({ isEmptyVariable }) => isEmptyVariable);
  const besides = notices.filter(({ replaced, isEmptyVariable }) => !replaced && !isEmptyVariable);
  return (
    <>
      {replaced.map(({ from, to }) => (
        <p key={from} className={styles.legend} data-replaced>
          <Translate
            id="tejun.verdict.replaced"
            values={{ from: <code>{from}</code>, to: <code>{to}</code> }}
          >
            {'ページの{from}を、先に得た値の{to}に置き換えて実行しました。'}
          </Translate>
        </p>
      ))}
      {empty.length > 0 && (
        <p className={styles.legend}>
          <Translate id="tejun.verdict.empty" values={{ names: empty.map(({ path }) => path).join(', ') }}>
            {'変数に値が入っていません: {names}'}
          </Translate>
        </p>
      )}
      {besides.length > 0 && (
        <p className={styles.legend}>
          <Translate
            id="tejun.verdict.notices"
            values={{ places: besides.map(({ path }) => describePath(path)).join(', ') }}
          >
            {'例にない項目がありますが、問題ありません: {places}'}
          </Translate>
        </p>
      )}
    </>
  );
}
