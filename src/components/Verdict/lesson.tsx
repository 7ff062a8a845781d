import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { type Diagnosis, explainDiagnosis, type Remedy } from '../../teaching/index.ts';
import { Button } from '../Button/index.tsx';
import styles from './styles.module.css';

interface LessonProps {
  readonly diagnosis: Diagnosis;
  /** The remedies that change something now. */
  readonly offered: readonly Remedy[];
  act(remedy: Remedy): void;
}

/** Why a step failed, and what to do about it: in words, and by buttons that do it. */
export default function Lesson({ diagnosis, offered, act }: LessonProps): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n;
  const told = explainDiagnosis(diagnosis, currentLocale);
  if (!told) return null;
  const buttons = told.buttons.filter((remedy) => offered.includes(remedy));
  return (
    <div className={styles.lesson} data-lesson={diagnosis.id}>
      <p>
        <strong>{asCode(told.cause)}</strong>
      </p>
      <p>{asCode(told.remedy)}</p>
      {buttons.length > 0 && (
        <p className={styles.remedies}>
          {buttons.map((remedy) => (
            <Button key={remedy} onClick={() => act(remedy)} data-remedy={remedy}>
              {wordsFor(remedy)}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}

/** Renders text between backquotes as code. */
function asCode(text: string): ReactNode {
  return (
    text
      .split('`')
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence keep their order
      .map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))
  );
}

function wordsFor(remedy: Remedy): ReactNode {
  switch (remedy) {
    case 'back-before-expiry':
      return <Translate id="tejun.remedy.back">期限が切れる前の時刻に戻して、実行し直す</Translate>;
    case 'renew':
      return <Translate id="tejun.remedy.renew">取得し直して、ここまで実行する</Translate>;
    case 'run-missing':
      return <Translate id="tejun.remedy.missing">まだ実行していないステップから実行する</Translate>;
  }
}
