import type { ReactNode } from 'react';
import { useProgress } from '../Practice/index.ts';
import styles from './styles.module.css';

export default function Mark({ page }: { readonly page: string }): ReactNode {
  const mark = useMark(page);
  return mark && <span className={styles.mark}>{mark}</span>;
}

/** How many steps of a page are done, in a few characters: `✓`, `(3/14)`; nothing before the first. */
export function useMark(page: string | undefined): string | undefined {
  const { done, steps } = useProgress(page === undefined ? [] : [page]);
  if (done === 0) return undefined;
  return done === steps ? '✓' : `(${done}/${steps})`;
}
