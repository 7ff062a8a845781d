import type { ReactNode } from 'react';
import styles from './styles.module.css';
import { useMark } from './use-mark.ts';

export default function Mark({ page }: { readonly page: string }): ReactNode {
  const mark = useMark(page);
  return mark && <span className={styles.mark}>{mark}</span>;
}
