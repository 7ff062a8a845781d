import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { TranslationRow } from '../../site/translations.ts';
import { STATES, stateNames } from './row-state.tsx';
import styles from './styles.module.css';

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
