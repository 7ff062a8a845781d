import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useState } from 'react';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import styles from './styles.module.css';

const ExplanationList = lazyComponent(() => import(/* webpackChunkName: "explain" */ './list.tsx'));

/** Tells whether there may be something to explain in a block: a call of `aws`, or a policy. */
export const isExplained = (code: string): boolean => /(^|[\s(|;&`])aws\s|"Statement"\s*:/.test(code);

interface Props {
  readonly step?: string | undefined;
  /** In the name of the button: all buttons say the same. */
  readonly number?: string | undefined;
  readonly children: ReactNode;
}

/** A code block with a button, beside its caption, that explains the command of a step and the keys of its result. */
export function Explained({ step = '', number = '', children }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const label = translate({ id: 'tejun.explain.step', message: '説明 (ステップ{number})' }, { number });
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-label={label}
        data-explain
        data-needs-scripts
        onClick={() => setOpen(!isOpen)}
      >
        <Translate id="tejun.explain">説明</Translate>
      </button>
      {children}
      {isOpen && <ExplanationList step={step} />}
    </>
  );
}
