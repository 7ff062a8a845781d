import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useState } from 'react';
import { Button } from '../Button/index.tsx';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { usePageInfo } from '../Practice/page-info.ts';
import { usePracticePlace } from '../Practice/practice-place.ts';
import styles from './styles.module.css';

const PasteBox = lazyComponent(() => import('./box.tsx'));

/** For who works in a real terminal: judges a result pasted from there. Nothing where nothing is practised. */
export function PasteOutput({ step }: { readonly step: string }): ReactNode {
  const isPractised = usePageInfo() !== undefined;
  const isElsewhere = usePracticePlace() === 'own';
  const isInert = !useIsBrowser();
  const [isOpen, setOpen] = useState(false);
  if (!isPractised) return null;
  return (
    <div className={styles.paste} data-step-paste={step} data-needs-scripts>
      <Button
        look={isElsewhere ? undefined : 'quiet'}
        disabled={isInert}
        aria-expanded={isOpen}
        onClick={() => setOpen((before) => !before)}
      >
        <Translate id="tejun.paste">自分の結果を貼り付けて確かめる</Translate>
      </Button>
      {isOpen && <PasteBox step={step} />}
    </div>
  );
}
