import Translate from '@docusaurus/Translate';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../Button/index.tsx';
import styles from './styles.module.css';

interface Props {
  readonly text: ReactNode;
  readonly answers: readonly { readonly label: ReactNode; act(): void }[];
  /** Nothing is done. */
  forget(): void;
}

/** Asks in place, with the first answer under the reader's fingers; Escape takes it back. */
export function Question({ text, answers, forget }: Props): ReactNode {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      className={styles.question}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && forget()}
    >
      <legend>{text}</legend>
      {answers.map(({ label, act }, index) => (
        <Button
          // biome-ignore lint/suspicious/noArrayIndexKey: the answers to a question do not change
          key={index}
          ref={index === 0 ? first : undefined}
          onClick={act}
        >
          {label}
        </Button>
      ))}
      <Button look="plain" onClick={forget}>
        <Translate id="tejun.run.missing.cancel">やめる</Translate>
      </Button>
    </fieldset>
  );
}
