import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { explanationsOf, resultOf, type Shown } from './explanations-of.ts';
import styles from './styles.module.css';

/** Lists what the words of a step's command mean, then the keys of its result: each once. */
export default function ExplanationList({ step }: { readonly step: string }): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n;
  const place = useRef<HTMLDivElement>(null);
  const [explained, setExplained] = useState<readonly Shown[] | 'unloaded'>();
  useEffect(() => {
    const own = place.current?.closest('figure')?.querySelector<HTMLElement>('pre');
    const blocks = [own, resultOf(step)].filter((block) => block != null);
    Promise.all(blocks.map((block) => explanationsOf(block, currentLocale))).then(
      (found) => setExplained(eachOnce(found.flat())),
      () => setExplained('unloaded'),
    );
  }, [step, currentLocale]);
  return (
    <div ref={place} className={styles.list} data-explanations aria-live="polite">
      {explained === 'unloaded' ? (
        <p>
          <Translate id="tejun.explain.unloaded">
            説明を読み込めませんでした。ネットワークを確認してください。
          </Translate>
        </p>
      ) : (
        explained && <Explanations explained={explained} />
      )}
    </div>
  );
}

function Explanations({ explained }: { readonly explained: readonly Shown[] }): ReactNode {
  if (explained.length === 0)
    return (
      <p>
        <Translate id="tejun.explain.none">このステップには、説明がありません。</Translate>
      </p>
    );
  return (
    <>
      <dl>
        {explained.map(({ word, text, lang }) => (
          <div key={`${word} ${text}`}>
            <dt>
              <code>{word}</code>
            </dt>
            <dd lang={lang}>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.source}>
        <Translate id="tejun.explain.source">
          英語の説明は、AWS CLI 2.9.19のものの最初の文です (Apache License 2.0)。
        </Translate>
      </p>
    </>
  );
}

/** The words of a block stand there more than once. */
function eachOnce(all: readonly Shown[]): Shown[] {
  return [...new Map(all.map((one) => [`${one.word} ${one.text}`, one])).values()];
}
