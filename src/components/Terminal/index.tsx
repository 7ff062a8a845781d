import Translate, { translate } from '@docusaurus/Translate';
import { useColorMode } from '@docusaurus/theme-common';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPersistedStore, type OpenSession, type PracticeSession } from '../../session/index.ts';
import { Terminal, type TerminalSession } from '../../session/terminal/index.ts';
import { Button } from '../Button/index.tsx';
import { onPut, takePut } from '../Dock/put.ts';
import { takeTypedAhead } from '../Dock/type-ahead.ts';
import { shownPage } from '../Practice/page-info.ts';
import { openScreen, type XtermScreen } from './screen.ts';
import { SizeHandle, toggleBeside, useSize } from './size.tsx';
import styles from './styles.module.css';
import { terminalTexts } from './terminal-texts.ts';

const history = createPersistedStore<readonly string[]>('tejun.history', (found) =>
  Array.isArray(found) ? found.filter((line) => typeof line === 'string') : [],
);
/** For those who hear the screen: xterm.js then keeps its text beside the picture. */
const isHeard = createPersistedStore('tejun.terminal.heard', (found) => found === true);

interface ScreenKey {
  readonly label: string;
  readonly data: string;
  /** Spoken name, where the label is a sign. */
  name?(): string;
}

/** Keys that a phone does not have. */
const keys: readonly ScreenKey[] = [
  { label: 'Tab', data: '\t' },
  { label: 'Ctrl-C', data: '\x03' },
  ...['|', '-', '/', '"', '$', '~'].map((sign) => ({ label: sign, data: sign })),
  { label: '↑', data: '\x1b[A', name: () => translate({ id: 'tejun.terminal.up', message: '前のコマンド' }) },
  {
    label: '↓',
    data: '\x1b[B',
    name: () => translate({ id: 'tejun.terminal.down', message: '次のコマンド' }),
  },
  { label: '←', data: '\x1b[D', name: () => translate({ id: 'tejun.terminal.left', message: '左へ' }) },
  { label: '→', data: '\x1b[C', name: () => translate({ id: 'tejun.terminal.right', message: '右へ' }) },
];

interface Props {
  readonly reader: PracticeSession;
  close(): void;
}

/** A drawer with the terminal of the session in it; Escape closes it. */
export default function TerminalDrawer({ reader, close }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const screen = useRef<XtermScreen>(undefined);
  const terminal = useRef<Terminal>(undefined);
  const [isBroken, setBroken] = useState(false);
  const heard = useSyncExternalStore(isHeard.subscribe, isHeard.get, () => false);
  const [isLarge, setLarge] = useState(false);
  const size = useSize();
  const { colorMode } = useColorMode();

  // The screen shows itself at once; the session may take a moment.
  useEffect(() => {
    if (!place.current) return;
    const opened = openScreen(place.current, terminalName(), isHeard.get());
    screen.current = opened;
    let isGone = false;
    opened.xterm.attachCustomKeyEventHandler((event) => {
      // An Escape that ends the conversion of Japanese is the input method's.
      if (event.key === 'Escape') return event.isComposing;
      // The drawer's, which hears it as well.
      if (event.ctrlKey && event.code === 'Backquote') return false;
      // The browser's, as in any field: paste, and copy what is selected.
      const isPaste = event.ctrlKey && !event.altKey && event.code === 'KeyV';
      const isCopy = event.ctrlKey && !event.altKey && event.code === 'KeyC' && opened.xterm.hasSelection();
      return !isPaste && !isCopy;
    });
    // Text typed before the session is there waits for it.
    let early = takeTypedAhead();
    opened.xterm.onData((data) => {
      if (terminal.current) terminal.current.input(data);
      else early += data;
    });
    const sized = new ResizeObserver(() => {
      opened.refit();
      terminal.current?.refit();
    });
    sized.observe(place.current);
    opened.xterm.focus();
    const put = () => {
      const command = terminal.current && takePut();
      if (command === undefined) return;
      terminal.current?.put(command);
      opened.xterm.focus();
    };
    const unheard = onPut(put);
    reader.open().then(
      (session) => {
        if (isGone) return;
        terminal.current = new Terminal(opened, typingIn(session), history, terminalTexts());
        terminal.current.input(early);
        put();
      },
      () => setBroken(true),
    );
    return () => {
      isGone = true;
      sized.disconnect();
      unheard();
      takePut();
      terminal.current?.close();
      terminal.current = undefined;
      opened.dispose();
    };
  }, [reader]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are those of the mode
  useEffect(() => screen.current?.repaint(), [colorMode]);
  useEffect(() => {
    if (screen.current) screen.current.xterm.options.screenReaderMode = heard;
  }, [heard]);

  const press = (data: string) => {
    terminal.current?.input(data);
    screen.current?.xterm.focus();
  };
  /** As a terminal sends what is pasted; where the browser forbids it, nothing happens. */
  const paste = async () => {
    const text = await navigator.clipboard.readText().catch(() => '');
    if (text !== '') press(`\x1b[200~${text}\x1b[201~`);
  };
  return (
    <section
      className={styles.drawer}
      data-large={isLarge || undefined}
      data-beside={(size.beside && !isLarge) || undefined}
      aria-label={terminalName()}
      data-terminal
    >
      <SizeHandle {...size} />
      <header className={styles.head}>
        <strong>{terminalName()}</strong>
        <label className={styles.heard}>
          <input type="checkbox" checked={heard} onChange={({ target }) => isHeard.set(target.checked)} />
          <Translate id="tejun.terminal.heard">スクリーンリーダーで読む</Translate>
        </label>
        <Button look="plain" data-side aria-pressed={size.beside ?? false} onClick={toggleBeside}>
          <Translate id="tejun.terminal.beside">横に並べる</Translate>
        </Button>
        <Button look="plain" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
          <Translate id="tejun.terminal.large">最大化</Translate>
        </Button>
        <Button look="plain" onClick={close}>
          <Translate id="tejun.terminal.close">閉じる (Esc)</Translate>
        </Button>
      </header>
      {isBroken && (
        <p className={styles.broken} role="alert">
          <Translate id="tejun.notice.broken">
            練習に必要なファイルを読み込めませんでした。ネットワークを確認してください。
          </Translate>
        </p>
      )}
      <div ref={place} className={styles.place} />
      <div className={styles.keys} role="toolbar" aria-label={keysName()}>
        {keys.map(({ label, data, name }) => (
          <Button key={label} look="plain" aria-label={name?.()} onClick={() => press(data)}>
            {label}
          </Button>
        ))}
        <Button look="plain" onClick={() => void paste()}>
          <Translate id="tejun.terminal.paste">貼り付け</Translate>
        </Button>
      </div>
    </section>
  );
}

/** A session in which what is typed is, first of all, a step of the page that is shown. */
function typingIn(session: OpenSession): TerminalSession {
  return {
    pages: session.pages,
    get state() {
      return session.state;
    },
    subscribe: (listener) => session.subscribe(listener),
    type: (script) => session.type(script, shownPage()),
    stop: () => session.stop(),
    complete: (line, cursor) => session.complete(line, cursor),
    isUnfinished: (script) => session.isUnfinished(script),
  };
}

const terminalName = () => translate({ id: 'tejun.terminal', message: 'ターミナル' });
const keysName = () => translate({ id: 'tejun.terminal.keys', message: 'ターミナルのキー' });
