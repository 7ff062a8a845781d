import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { TranslationRow } from '../../site/translations.ts';
import type { Freshness } from '../../translation/types.ts';
import styles from './styles.module.css';

/** In the order of the bar: what is done first. */
const STATES = [
  'fresh',
  'stale',
  'machine',
  'untranslated',
  'untracked',
  'missing',
  'orphan',
] as const satisfies Freshness[];

export const stateNames: Record<Freshness, ReactNode> = {
  fresh: <Translate id="tejun.translations.fresh">最新</Translate>,
  stale: <Translate id="tejun.translations.stale">原文に変更あり</Translate>,
  machine: <Translate id="tejun.translations.machine">機械翻訳</Translate>,
  untranslated: <Translate id="tejun.translations.untranslated">原文のままの文あり</Translate>,
  untracked: <Translate id="tejun.translations.untracked">未確認</Translate>,
  missing: <Translate id="tejun.translations.missing">未翻訳</Translate>,
  orphan: <Translate id="tejun.translations.orphan">原文なし</Translate>,
};

/** How many pages are in each state, as a bar and in words. */
export function TranslationProgress({ rows }: { readonly rows: readonly TranslationRow[] }): ReactNode {
  const pages = rows.filter(({ state }) => state !== 'orphan').length;
  const counts = STATES.map((state) => ({ state, count: rows.filter((row) => row.state === state).length }));
  const shown = counts.filter(({ count }) => count > 0);
  const fresh = counts[0]?.count ?? 0;
  return (
    <div className={styles.progress}>
      <p>
        <Translate id="tejun.translations.progress" values={{ fresh: <strong>{fresh}</strong>, pages }}>
          {'{pages}ページのうち{fresh}ページが最新です。'}
        </Translate>
      </p>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ state, count }) => (
          <span key={state} data-state={state} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map(({ state, count }) => (
          <li key={state} data-state={state}>
            {stateNames[state]} {count}
          </li>
        ))}
      </ul>
    </div>
  );
}
