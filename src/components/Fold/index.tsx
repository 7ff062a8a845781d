import { type ReactNode, useState } from 'react';
import styles from './styles.module.css';

interface Props {
  readonly summary: ReactNode;
  /** The same for who runs no scripts, and for programs that read the page: it costs a browser nothing. */
  readonly plain: ReactNode;
  readonly children: () => ReactNode;
}

/** A part of a long list, which is made when it is first unfolded. */
export function Fold({ summary, plain, children }: Props): ReactNode {
  const [isMade, setMade] = useState(false);
  return (
    <details className={styles.fold} onToggle={({ currentTarget }) => currentTarget.open && setMade(true)}>
      <summary>{summary}</summary>
      {isMade ? children() : <noscript>{plain}</noscript>}
    </details>
  );
}
