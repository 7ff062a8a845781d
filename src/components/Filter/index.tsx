import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

interface Props {
  readonly label: string;
  readonly query: string;
  /** How many are found; undefined where all are listed. */
  readonly found: number | undefined;
  readonly onChange: (query: string) => void;
}

/** A box whose words choose from a list below it. */
export function Filter({ label, query, found, onChange }: Props): ReactNode {
  return (
    <div className={styles.filter} data-needs-scripts>
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <span role="status">
        {found !== undefined && (
          <Translate id="tejun.filter.found" values={{ found }}>
            {'{found}件'}
          </Translate>
        )}
      </span>
    </div>
  );
}
