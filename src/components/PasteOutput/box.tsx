import Translate from '@docusaurus/Translate';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { SessionStepOutcome } from '../../session/index.ts';
import { type PracticePage, usePracticePage } from '../Practice/index.ts';
import { ReportIssueLink } from '../ReportIssueLink/index.tsx';
import { useValues } from '../Variables/use-values.ts';
import { VerdictView } from '../Verdict/index.tsx';
import styles from './styles.module.css';

interface Props {
  readonly step: string;
}

export default function PasteBox({ step }: Props): ReactNode {
  const page = usePracticePage();
  return page ? <Box page={page} step={step} /> : null;
}

/** Judges while one pastes: there is nothing to press, and nothing leaves the browser. */
function Box({ page, step }: Props & { readonly page: PracticePage }): ReactNode {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [pasted, setPasted] = useState('');
  const [outcome, setOutcome] = useState<SessionStepOutcome | 'broken'>();
  const values = useValues();
  useEffect(() => field.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other values make another example
  useEffect(() => {
    if (pasted.trim() === '') return setOutcome(undefined);
    let isLatest = true;
    const judge = async () => (await page.session.open()).judge({ page: page.id, step }, pasted);
    judge().then(
      (judged) => isLatest && setOutcome(judged),
      () => isLatest && setOutcome('broken'),
    );
    return () => {
      isLatest = false;
    };
  }, [page, step, pasted, values]);
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        <Translate id="tejun.paste.label">
          ご自分のターミナルに表示された結果を貼り付けてください。プロンプトやコマンドが入っていてもかまいません。内容はこのブラウザの外に送られません。
        </Translate>
      </label>
      <textarea
        id={id}
        ref={field}
        className={styles.field}
        rows={5}
        value={pasted}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => setPasted(target.value)}
      />
      <div aria-live="polite">
        {outcome === 'broken' && (
          <p className={styles.label}>
            <Translate id="tejun.notice.broken">
              練習に必要なファイルを読み込めませんでした。ネットワークを確認してください。
            </Translate>
          </p>
        )}
        {outcome && outcome !== 'broken' && (
          <>
            <VerdictView outcome={outcome} isPasted />
            {hasOwnValues(outcome) && (
              <p className={styles.label}>
                <Translate id="tejun.paste.own">
                  名前やIDなど、ご自分のアカウントの値は、形だけを確かめています。終了コードは確かめていません。
                </Translate>
              </p>
            )}
          </>
        )}
      </div>
      {/* Also for who has nothing to paste: the step may not have worked at all. */}
      <ReportIssueLink page={page} step={step} outcome={outcome === 'broken' ? undefined : outcome} />
    </>
  );
}

function hasOwnValues(outcome: SessionStepOutcome): boolean {
  return outcome.status === 'passed' && (outcome.verdict?.accepted.length ?? 0) > 0;
}
