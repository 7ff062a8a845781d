import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useState } from 'react';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import styles from './styles.module.css';

const ExplanationList = lazyComponent(() => import(/* webpackChunkName: "explain" */ './list.tsx'));

/** Tells whether there may be something to explain in a block: a call of `aws`, or a policy. */
export const isExplained = (code: string): boolean => /(^|[\s(|;&`])aws\s|"Statement"\s*:/.test(code);

interface Explanations {
  /** Beside the caption, for those who point at nothing. */
  readonly button: ReactNode;
  readonly list: ReactNode;
}

/** Explains the command of a step, and the keys of its result, once its reader asks. `number`: all buttons say the same. */
export function useExplanations(step = '', number = ''): Explanations {
  const [isOpen, setOpen] = useState(false);
  const label = translate({ id: 'tejun.explain.step', message: '説明 (ステップ{number})' }, { number });
  const button = (
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
  );
  return { button, list: isOpen && <ExplanationList step={step} /> };
}
