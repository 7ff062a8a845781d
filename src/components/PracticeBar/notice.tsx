import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SessionState } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { useAnswerFocus } from '../Practice/use-answer-focus.ts';
import styles from './styles.module.css';

const words = {
  'account-changed': (
    <Translate id="tejun.notice.account">
      練習用アカウントの内容が変わったため、はじめの状態から始めます。以前の実行内容は引き継がれません。
    </Translate>
  ),
  'journal-unreadable': (
    <Translate id="tejun.notice.journal">
      以前の実行記録を読み込めないため、はじめの状態から始めます。
    </Translate>
  ),
  'not-kept': (
    <Translate id="tejun.notice.kept">
      このブラウザには記録を保存できません。ページを読み込み直すと、実行したことは失われます。
    </Translate>
  ),
};

interface NoticeProps {
  readonly state: SessionState;
  retry(): void;
}

/** Shows a notice about the session itself. */
export function PracticeNotice({ state: { phase, notice }, retry }: NoticeProps): ReactNode {
  if (phase === 'broken')
    return (
      <p className={styles.notice} role="alert">
        <Translate id="tejun.notice.broken">
          練習に必要なファイルを読み込めませんでした。ネットワークを確認してください。
        </Translate>
        <Button onClick={retry}>
          <Translate id="tejun.notice.retry">もう一度読み込む</Translate>
        </Button>
      </p>
    );
  return notice ? <p className={styles.notice}>{words[notice]}</p> : null;
}

interface QuestionProps {
  readonly text: ReactNode;
  readonly answers: readonly { readonly label: ReactNode; act(): void }[];
  /** Nothing is done. */
  forget(): void;
}

/** Asks in place, with the first answer under the reader's fingers; Escape takes it back. */
export function Question({ text, answers, forget }: QuestionProps): ReactNode {
  const first = useAnswerFocus();
  return (
    <fieldset
      className={styles.question}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && forget()}
    >
      <legend>{text}</legend>
      {answers.map(({ label, act }, index) => (
        <Button
          // biome-ignore lint/suspicious/noArrayIndexKey: the answers to a question do not change
          key={index}
          ref={index === 0 ? first : undefined}
          onClick={act}
        >
          {label}
        </Button>
      ))}
      <Button look="plain" onClick={forget}>
        <Translate id="tejun.run.missing.cancel">やめる</Translate>
      </Button>
    </fieldset>
  );
}
