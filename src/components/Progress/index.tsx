import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import type { ReactNode } from 'react';
import { useProgress } from '../Practice/index.ts';
import styles from './styles.module.css';

interface Props {
  readonly pages: readonly string[];
  /** Nothing is shown to who has not begun. */
  readonly onceBegun?: boolean;
}

/** How many steps of a page or a course the reader has done; known in the browser only. */
export function Progress({ pages, onceBegun = false }: Props): ReactNode {
  const { done, steps } = useProgress(pages);
  const inBrowser = useIsBrowser();
  if (!inBrowser || (onceBegun && done === 0)) return null;
  return (
    <span className={styles.progress} data-complete={done === steps || undefined} data-progress={done}>
      <progress max={steps} value={done} aria-hidden="true" />
      <Translate id="tejun.bar.progress" values={{ done, steps }}>
        {'{done} / {steps} ステップ実施済み'}
      </Translate>
    </span>
  );
}

/** The same of one page, in a few characters: `✓`, `(3/14)`. */
export function PageMark({ page }: { readonly page: string }): ReactNode {
  const { done, steps } = useProgress([page]);
  return done === 0 ? null : <span className={styles.mark}>{markOf(done, steps)}</span>;
}

export const markOf = (done: number, steps: number): string => (done === steps ? '✓' : `(${done}/${steps})`);
