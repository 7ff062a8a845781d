import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useReducer, useState } from 'react';
import type { OpenSession, PracticeSession } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { useAsked } from '../Practice/use-asked.ts';
import { draftsOf } from './drafts.ts';
import { Editor } from './editor.tsx';
import { expandHome, shownPath } from './saving.ts';
import styles from './styles.module.css';

interface Props {
  readonly reader: PracticeSession;
  close(): void;
}

const ask = (session: OpenSession) => session.homeFiles();

/** A drawer with the files of the home: one reads, changes and makes them. */
export default function FilesDrawer({ reader, close }: Props): ReactNode {
  const files = useAsked(reader, ask)?.answer;
  const [path, setPath] = useState<string>();
  const drafts = draftsOf(reader);
  const [, showDrafts] = useReducer((count: number) => count + 1, 0);
  const name = translate({ id: 'tejun.files', message: 'ファイル' });
  const make = () => files && setPath(expandHome(newName(files.paths), files));
  // A file that is not saved yet is listed too.
  const paths = [...new Set([...(files?.paths ?? []), ...drafts.keys(), ...[path ?? []].flat()])].sort();
  return (
    <section className={styles.drawer} aria-label={name} data-files>
      <header className={styles.head}>
        <strong>{name}</strong>
        <Button look="plain" disabled={!files} onClick={make}>
          <Translate id="tejun.files.new">新しいファイル</Translate>
        </Button>
        <Button look="plain" onClick={close}>
          <Translate id="tejun.terminal.close">閉じる (Esc)</Translate>
        </Button>
      </header>
      {files && (
        <div className={styles.content}>
          <ul className={styles.list}>
            {paths.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  aria-current={one === path ? 'true' : undefined}
                  onClick={() => setPath(one)}
                >
                  {shownPath(one, files)}
                  {drafts.has(one) && <Unsaved />}
                </button>
              </li>
            ))}
          </ul>
          {path === undefined ? (
            <p className={styles.hint}>
              <Translate id="tejun.files.choose">
                ファイルを選ぶと、内容を編集できます。保存は、ターミナルで実行したコマンドとして記録されます。
              </Translate>
            </p>
          ) : (
            <Editor key={path} {...{ reader, files, path, drafts, showDrafts }} rename={setPath} />
          )}
        </div>
      )}
    </section>
  );
}

function Unsaved(): ReactNode {
  return (
    <span className={styles.unsaved}>
      {' '}
      <Translate id="tejun.files.unsaved">未保存</Translate>
    </span>
  );
}

/** A name that no file has. */
function newName(paths: readonly string[], number = 1): string {
  const name = number === 1 ? 'policy.json' : `policy-${number}.json`;
  return paths.some((path) => path.endsWith(`/${name}`)) ? newName(paths, number + 1) : name;
}
