import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { usePracticePage } from '../Practice/index.ts';
import styles from './styles.module.css';

const PasteBox = lazy(() => import('./box.tsx'));

/** For who works in a real terminal: judges a result pasted from there. Nothing where nothing is practised. */
export function StepPaste({ step }: { readonly step: string }): ReactNode {
  const page = usePracticePage();
  const inBrowser = useIsBrowser();
  const [isOpen, setOpen] = useState(false);
  if (!page || !inBrowser) return null;
  return (
    <div className={styles.paste} data-step-paste={step}>
      <button
        type="button"
        className={styles.quiet}
        aria-expanded={isOpen}
        onClick={() => setOpen((before) => !before)}
      >
        <Translate id="tejun.paste">自分の結果を貼り付けて確かめる</Translate>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <PasteBox page={page} step={step} />
        </Suspense>
      )}
    </div>
  );
}
