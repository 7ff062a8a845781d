import { useActiveDocContext } from '@docusaurus/plugin-content-docs/client';
import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { type Reader, readerOf } from '../../reader/index.ts';
import { usePages, useReader } from '../Practice/index.ts';
import styles from './styles.module.css';

const TerminalDrawer = lazy(() => import('../Terminal/index.tsx'));
const StandingBar = lazy(() => import('../Standing/index.tsx'));

/** Below the window, on all pages of a course: the terminal, and where the reader stands once something runs. */
export function Dock(): ReactNode {
  const { activeDoc } = useActiveDocContext(undefined);
  const practice = usePages()[activeDoc?.id ?? '']?.practice;
  const inBrowser = useIsBrowser();
  if (practice === undefined || !inBrowser) return null;
  return <DockOf reader={readerOf(practice)} key={practice} />;
}

function DockOf({ reader }: { readonly reader: Reader }): ReactNode {
  const isStarted = useReader(reader, ({ phase }) => phase !== 'closed' && phase !== 'broken');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.code !== 'Backquote') return;
      event.preventDefault();
      setOpen((before) => {
        if (before) button.current?.focus();
        return !before;
      });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      {/* What stands at the end of the page is not covered. */}
      <div className={isOpen ? styles.roomForDrawer : styles.room} />
      {/* Escape closes the drawer from wherever in it the focus is. */}
      <section
        className={styles.dock}
        aria-label={translate({ id: 'tejun.dock', message: '練習の状態とターミナル' })}
        data-dock
        data-started={isStarted || undefined}
        onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}
      >
        {isOpen && (
          <Suspense fallback={null}>
            <TerminalDrawer reader={reader} close={close} />
          </Suspense>
        )}
        <div className={styles.bar}>
          {isStarted && (
            <Suspense fallback={null}>
              <StandingBar reader={reader} />
            </Suspense>
          )}
          <button
            ref={button}
            type="button"
            className={styles.button}
            aria-expanded={isOpen}
            aria-keyshortcuts="Control+`"
            title="Ctrl+`"
            onClick={() => setOpen((before) => !before)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m3 4.5 4 3.5-4 3.5M8.5 12H13" />
            </svg>
            <Translate id="tejun.terminal">ターミナル</Translate>
          </button>
        </div>
      </section>
    </>
  );
}
