import type { ComponentProps, ReactNode } from 'react';
import styles from './styles.module.css';

interface Props extends ComponentProps<'button'> {
  /** `plain`: one among others; `quiet`: words that can be pressed. */
  readonly look?: 'primary' | 'plain' | 'quiet';
}

/** Button on a page of a course. */
export function Button({ look = 'primary', ...rest }: Props): ReactNode {
  return <button type="button" className={`${styles.button} ${styles[look]}`} {...rest} />;
}
