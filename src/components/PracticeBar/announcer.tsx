import { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type EventResult, type OpenSession, stepNumber } from '../../session/index.ts';
import { type PracticePage, useSession } from '../Practice/index.ts';
import { verdictKind, verdictText } from '../Verdict/headline.tsx';
import styles from './styles.module.css';

interface Props {
  readonly page: PracticePage;
  readonly session: OpenSession | undefined;
}

/** Says politely what became of each step, for those who do not see it. */
export function Announcer({ page, session }: Props): ReactNode {
  const last = useSession(page.session, ({ results }) => results.at(-1));
  const isReady = useSession(page.session, ({ phase }) => phase === 'ready');
  const [words, setWords] = useState('');
  // An outcome that is shown again after a reload is no news.
  const known = useRef<EventResult | undefined>(undefined);
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

function sentence({ event, outcome }: EventResult, session: OpenSession | undefined): string {
  if (!outcome || !('ref' in event) || !event.ref) return '';
  const number = String(session ? stepNumber(session.pages, event.ref) : 0);
  return translate(
    { id: 'tejun.bar.said', message: 'ステップ{number}: {words}' },
    { number, words: verdictText(verdictKind(outcome)) },
  );
}
