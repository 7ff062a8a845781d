import MDXComponents from '@theme-original/MDXComponents';
import type { ComponentProps, ReactNode } from 'react';
import styles from './styles.module.css';

const Image = MDXComponents.img ?? 'img';

/** Shows an image of a page. A drawing is wider than a phone: it is moved there, with a finger or the arrow keys. */
export function PageImage(props: ComponentProps<'img'>): ReactNode {
  if (!/\.svg$|^data:image\/svg\+xml/.test(props.src ?? '')) return <Image {...props} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key, as with a block of code
    <span className={styles.drawing} tabIndex={0}>
      <Image {...props} />
    </span>
  );
}
