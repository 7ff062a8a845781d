import Translate from '@docusaurus/Translate';
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '../Button/index.tsx';
import { areKeysAllowed } from './dock-keys.ts';
import styles from './styles.module.css';

/** The keys of a page, in a dialog of the browser: Escape closes it. */
export default function KeyHelp({ close }: { close(): void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOn = useSyncExternalStore(areKeysAllowed.subscribe, areKeysAllowed.get, () => true);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.help} onClose={close} aria-labelledby="tejun-keys" data-keys>
      <h2 id="tejun-keys">
        <Translate id="tejun.keys">キー操作</Translate>
      </h2>
      <dl>
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>
          <Translate id="tejun.keys.move">次のステップ、前のステップ</Translate>
        </dd>
        <dt>
          <kbd>r</kbd>
        </dt>
        <dd>
          <Translate id="tejun.keys.run">表示しているステップを実行</Translate>
        </dd>
        <dt>
          <kbd>Ctrl</kbd> <kbd>`</kbd>
        </dt>
        <dd>
          <Translate id="tejun.keys.terminal">ターミナルを開く、閉じる</Translate>
        </dd>
        <dt>
          <kbd>Ctrl</kbd> <kbd>K</kbd>
        </dt>
        <dd>
          <Translate id="tejun.keys.search">検索</Translate>
        </dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>
          <Translate id="tejun.keys.help">この一覧</Translate>
        </dd>
      </dl>
      <p>
        <label>
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => areKeysAllowed.set(target.checked)}
          />{' '}
          <Translate id="tejun.keys.on">1文字のキー (j、k、r) を使う</Translate>
        </label>
      </p>
      <Button onClick={() => dialog.current?.close()}>
        <Translate id="tejun.keys.close">閉じる</Translate>
      </Button>
    </dialog>
  );
}
