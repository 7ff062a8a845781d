import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../Button/index.tsx';
import { activate, useIsActivated } from '../Practice/activation.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { useShownPractice } from '../Practice/page-info.ts';
import type { DrawerName } from './drawer.tsx';
import { onPut, takePut } from './put.ts';
import styles from './styles.module.css';
import { beginTypeAhead, endTypeAhead } from './type-ahead.ts';

const Drawer = lazyComponent(() => import(/* webpackChunkName: "dock" */ './drawer.tsx'));
const KeyHelp = lazyComponent<{ close(): void }>(
  () => import(/* webpackChunkName: "dock" */ './key-help.tsx'),
  { fallback: () => null },
);
const PointedWord = lazyComponent(() => import(/* webpackChunkName: "explain" */ '../Explain/pointed.tsx'), {
  fallback: () => null,
});
const AwsContextBar = lazyComponent(() => import(/* webpackChunkName: "dock" */ './aws-context.tsx'), {
  fallback: () => null,
});

/** Below the window, on all pages of a course: the terminal, and where the reader stands once something runs. */
export function Dock(): ReactNode {
  const practice = useShownPractice();
  if (practice === undefined) return null;
  return <DockOf practice={practice} key={practice} />;
}

function DockOf({ practice }: { readonly practice: string }): ReactNode {
  const isAwake = useIsActivated();
  const isInert = !useIsBrowser();
  const [isStarted, setStarted] = useState(false);
  const [open, setOpen] = useState<DrawerName>();
  const isOpen = open !== undefined;
  const [isHelped, setHelped] = useState(false);
  const [isPointing, setPointing] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const close = () => {
    endTypeAhead();
    takePut();
    bar.current?.querySelector<HTMLButtonElement>(`[data-opens="${open}"]`)?.focus();
    setOpen(undefined);
  };
  const toggle = (drawer: DrawerName) => {
    activate();
    if (open === drawer) return close();
    endTypeAhead();
    if (drawer === 'terminal') beginTypeAhead();
    setOpen(drawer);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isOneKey(event) && '?jkr'.includes(event.key)) {
        if (event.key === '?') setHelped(true);
        else
          void import(/* webpackChunkName: "dock" */ './dock-keys.ts').then(({ pressKey }) =>
            pressKey(event.key),
          );
      }
      if (!event.ctrlKey || event.code !== 'Backquote') return;
      event.preventDefault();
      toggle('terminal');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  useEffect(() => {
    if (isPointing) return;
    const point = ({ target }: PointerEvent) =>
      target instanceof Element && target.closest('article pre') && setPointing(true);
    document.addEventListener('pointerover', point);
    return () => document.removeEventListener('pointerover', point);
  }, [isPointing]);
  useEffect(() => {
    const unheard = onPut(() => {
      activate();
      setOpen('terminal');
    });
    return () => {
      unheard();
      // A command put for this practice is not for the next.
      takePut();
    };
  }, []);
  return (
    <>
      {isPointing && <PointedWord />}
      {/* Leaves room below the page: the dock does not cover its end. */}
      <div className={styles.room} data-open={isOpen || undefined} data-needs-scripts />
      {/* Escape closes the drawer from wherever in it the focus is. */}
      <section
        className={styles.dock}
        aria-label={translate({ id: 'tejun.dock', message: '練習の状態とターミナル' })}
        data-dock
        data-needs-scripts
        data-open={isOpen || undefined}
        data-started={isStarted || undefined}
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && isOpen && close()}
      >
        {isHelped && <KeyHelp close={() => setHelped(false)} />}
        {open && <Drawer practice={practice} shows={open} close={close} />}
        <div ref={bar} className={styles.bar}>
          {isAwake && <AwsContextBar practice={practice} tell={setStarted} />}
          {isStarted && (
            <>
              <Button
                look="plain"
                data-opens="files"
                aria-expanded={open === 'files'}
                onClick={() => toggle('files')}
              >
                <Translate id="tejun.files">ファイル</Translate>
              </Button>
              <Button
                look="plain"
                data-opens="account"
                aria-expanded={open === 'account'}
                onClick={() => toggle('account')}
              >
                <Translate id="tejun.account">アカウント</Translate>
              </Button>
            </>
          )}
          <Button
            data-opens="terminal"
            disabled={isInert}
            aria-expanded={open === 'terminal'}
            aria-keyshortcuts="Control+`"
            title="Ctrl+`"
            onClick={() => toggle('terminal')}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m3 4.5 4 3.5-4 3.5M8.5 12H13" />
            </svg>
            <Translate id="tejun.terminal">ターミナル</Translate>
          </Button>
        </div>
      </section>
    </>
  );
}

/** A key by itself, where nothing is typed into. */
function isOneKey({ target, ctrlKey, altKey, metaKey, isComposing, key }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || isComposing || key.length !== 1) return false;
  return !(target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]'));
}
