import Translate from '@docusaurus/Translate';
import { type ReactNode, useState } from 'react';
import { activate, useIsActivated } from '../Practice/activation.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { usePageInfo } from '../Practice/page-info.ts';
import { useVariables } from './declared.ts';
import styles from './styles.module.css';

const VariablesForm = lazyComponent(() => import(/* webpackChunkName: "variables" */ './form.tsx'));
const Chosen = lazyComponent(() => import(/* webpackChunkName: "variables" */ './chosen.tsx'), {
  loading: Standard,
  fallback: Standard,
});

/** The values of a page that its reader may choose; the form is loaded when it is opened. */
export function Variables(): ReactNode {
  const variables = useVariables();
  const practice = usePageInfo()?.practice;
  const isAwake = useIsActivated();
  const [isOpened, setOpened] = useState(false);
  if (variables.length === 0 || practice === undefined) return null;
  const open = () => {
    setOpened(true);
    activate();
  };
  return (
    <details
      className={styles.variables}
      data-variables
      data-needs-scripts
      onToggle={({ currentTarget }) => currentTarget.open && open()}
    >
      <summary>
        <Translate id="tejun.variables.title">この手順で使う値を変える</Translate>
        <span className={styles.current}>{isAwake ? <Chosen /> : <Standard />}</span>
      </summary>
      {isOpened && <VariablesForm practice={practice} variables={variables} />}
    </details>
  );
}

/** The values that the page was written with. */
function Standard(): ReactNode {
  return useVariables().map((one) => <code key={one.name}>{one.default}</code>);
}
