import { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isSame, type Performed, type ReaderSession, shownSteps } from '../../session/index.ts';
import { type PracticePage, useReader } from '../Practice/index.ts';
import { kindOf, wordsOf } from '../Verdict/headline.tsx';
import styles from './styles.module.css';

interface Props {
  readonly page: PracticePage;
  readonly session: ReaderSession | undefined;
}

/** Says politely what became of each step, for those who do not see it. */
export function Announcer({ page, session }: Props): ReactNode {
  const last = useReader(page.reader, ({ performed }) => performed.at(-1));
  const isReady = useReader(page.reader, ({ phase }) => phase === 'ready');
  const [words, setWords] = useState('');
  // What was shown again after a reload is no news.
  const known = useRef<Performed | undefined>(undefined);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current && last && last !== known.current) setWords(sentence(last, session));
    if (isReady) begun.current = true;
    known.current = last;
  }, [last, isReady, session]);
  return (
    <div className={styles.heard} role="status" aria-live="polite">
      {words}
    </div>
  );
}

function sentence({ entry, outcome }: Performed, session: ReaderSession | undefined): string {
  if (!outcome || !('ref' in entry) || !entry.ref) return '';
  const { ref } = entry;
  const steps = session ? shownSteps(session.pages, ref.page) : [];
  const number = String(steps.findIndex((other) => isSame(other, ref)) + 1);
  return translate(
    { id: 'tejun.bar.said', message: 'ステップ{number}: {words}' },
    { number, words: wordsOf(kindOf(outcome)) },
  );
}
