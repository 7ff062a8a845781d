import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { usePracticePage } from '../Practice/index.ts';
import styles from './styles.module.css';
import { useValues, useVariables } from './use-variables.ts';

const VariablesForm = lazy(() => import('./form.tsx'));

/** The values of a page that its reader may choose; the form is loaded when it is opened. */
export function Variables(): ReactNode {
  const variables = useVariables();
  const values = useValues();
  const page = usePracticePage();
  const inBrowser = useIsBrowser();
  const [isOpened, setOpened] = useState(false);
  if (variables.length === 0 || !page || !inBrowser) return null;
  return (
    <details
      className={styles.variables}
      data-variables
      onToggle={({ currentTarget }) => setOpened((before) => before || currentTarget.open)}
    >
      <summary>
        <Translate id="tejun.variables.title">この手順で使う値を変える</Translate>
        <span className={styles.current}>
          {variables.map(({ name, default: standard }) => (
            <code key={name}>{values[name] ?? standard}</code>
          ))}
        </span>
      </summary>
      {isOpened && (
        <Suspense fallback={null}>
          <VariablesForm practice={page.facts.practice} variables={variables} />
        </Suspense>
      )}
    </details>
  );
}
