import Translate, { translate } from '@docusaurus/Translate';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { HomeFiles, PracticeSession } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { shownPage } from '../Practice/page-info.ts';
import { CheckedJson } from './checked-json.tsx';
import { jsonFault } from './json-fault.ts';
import { expandHome, savingScript, shownPath } from './saving.ts';
import styles from './styles.module.css';

interface Props {
  readonly reader: PracticeSession;
  readonly files: HomeFiles;
  /** Absolute path of the file. */
  readonly path: string;
  readonly drafts: Map<string, string>;
  /** After a draft has come or gone. */
  showDrafts(): void;
  rename(path: string): void;
}

/** Characters that are typed, and run, at once. */
const LONGEST = 100_000;

/** A file as text with numbered lines. JSON is checked while it is written; Ctrl+S saves. */
export function Editor({ reader, files, path, drafts, showDrafts, rename }: Props): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const [name, setName] = useState(shownPath(path, files));
  const [text, setText] = useState(drafts.get(path));
  const [said, setSaid] = useState<ReactNode>();
  const isNew = !files.paths.includes(path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the file is chosen
  useEffect(() => {
    if (text !== undefined) return;
    let isLatest = true;
    const read = async () => (await reader.open()).readFile(path);
    read().then(
      (found) => isLatest && setText(found ?? ''),
      () => isLatest && setSaid(<Unread />),
    );
    return () => {
      isLatest = false;
    };
  }, []);

  const change = (changed: string) => {
    setText(changed);
    setSaid(undefined);
    drafts.set(path, changed);
    showDrafts();
  };
  const save = async () => {
    const script = text !== undefined && text.length <= LONGEST ? savingScript(name, text) : undefined;
    if (script === undefined) return setSaid(<BadName />);
    const session = await reader.open();
    const { exitCode, stderr } = await session.type(script, shownPage());
    if (exitCode !== 0) return setSaid(<pre>{stderr}</pre>);
    drafts.delete(path);
    showDrafts();
    setSaid(<Saved />);
    rename(expandHome(name, files));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };

  if (text === undefined) return <div className={styles.editor}>{said}</div>;
  if (text.includes('\0') || text.includes('\ufffd')) return <NoText />;
  const isJson = /\.json$/.test(name) && text.trim() !== '';
  const fault = isJson ? jsonFault(text) : undefined;
  const go = (at: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(at, at + 1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S from any field of it
    <div className={styles.editor} onKeyDown={press}>
      <div className={styles.bar}>
        <input
          value={name}
          readOnly={!isNew}
          spellCheck={false}
          autoCapitalize="off"
          aria-label={translate({ id: 'tejun.files.name', message: 'ファイル名' })}
          onChange={({ target }) => setName(target.value)}
        />
        {isNew && text === '' && (
          <Button look="plain" onClick={() => change(POLICY)}>
            <Translate id="tejun.files.policy">ポリシーのひな形</Translate>
          </Button>
        )}
        <Button onClick={() => void save()}>
          <Translate id="tejun.files.save">保存</Translate>
        </Button>
      </div>
      <div className={styles.lines}>
        <pre aria-hidden="true">
          {text.split('\n').map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <span key={index} data-fault={fault?.line === index + 1 || undefined}>
              {`${index + 1}\n`}
            </span>
          ))}
        </pre>
        <textarea
          ref={field}
          value={text}
          rows={text.split('\n').length}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          aria-label={translate({ id: 'tejun.files.content', message: '{name}の内容' }, { name })}
          aria-invalid={fault !== undefined}
          onChange={({ target }) => change(target.value)}
        />
      </div>
      <output className={styles.said}>{said ?? (isJson && <CheckedJson fault={fault} go={go} />)}</output>
    </div>
  );
}

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListAllMyBuckets",
      "Resource": "*"
    }
  ]
}
`;

const Saved = () => <Translate id="tejun.files.saved">保存しました。</Translate>;
const Unread = () => <Translate id="tejun.files.unread">ファイルを読み込めませんでした。</Translate>;
const BadName = () => (
  <Translate id="tejun.files.badName">
    保存できません。ファイル名には英数字と「. _ - / @ +」だけを使用し、内容は10万文字までにしてください。
  </Translate>
);
const NoText = () => (
  <p className={styles.hint}>
    <Translate id="tejun.files.noText">テキストのファイルではないため、表示できません。</Translate>
  </p>
);
