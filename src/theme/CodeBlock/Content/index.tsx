import { useCodeBlockContext } from '@docusaurus/theme-common/internal';
import type { Props } from '@theme/CodeBlock/Content';
import type { ReactNode } from 'react';
import { usePieces } from '../highlighted.ts';
import styles from './styles.module.css';

/** The code in the colours that were found while the site was built. */
export default function CodeBlockContent({ className }: Props): ReactNode {
  const { metadata, wordWrap } = useCodeBlockContext();
  const pieces = usePieces(metadata.code);
  return (
    <pre
      ref={wordWrap.codeBlockRef}
      className={`${className ?? ''} ${styles.block} thin-scrollbar`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is scrolled with the keyboard
      tabIndex={0}
    >
      <code className={styles.lines}>
        {pieces.map(({ text, paint }, index) =>
          paint ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a code have no names and keep their order
            <span key={index} className={styles[paint]}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </code>
    </pre>
  );
}
