import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { StepVerdict } from '../../session/index.ts';
import { explainDifference, worthTelling } from './explain.ts';
import { Shortened } from './printed.tsx';
import styles from './styles.module.css';
import { otherEnd } from './whole-output.ts';

type DiffLine = StepVerdict['diff'][number];

const signs: Record<DiffLine['kind'], string> = {
  same: ' ',
  accepted: '~',
  extra: ' ',
  expected: '-',
  actual: '+',
};

/** More than one would read takes a browser long to draw. */
const MOST_DIFFERENCES = 20;
const MOST_LINES = 500;
const LONGEST_LINE = 2_000;

interface Props {
  readonly verdict: StepVerdict;
  /** Nobody knows the exit code of a pasted result. */
  readonly isPasted?: boolean | undefined;
}

/** Shows the differences, in words and line by line. */
export function Differences({ verdict, isPasted }: Props): ReactNode {
  const { diff } = verdict;
  const differences = worthTelling(verdict.differences);
  const told = (difference: (typeof differences)[number]) =>
    isPasted && difference.kind === 'exit-code' ? otherEnd(difference) : explainDifference(difference);
  return (
    <div className={styles.differences}>
      <ul>
        {differences.slice(0, MOST_DIFFERENCES).map((difference) => (
          <li key={`${difference.kind} ${difference.path} ${difference.expected}`}>{told(difference)}</li>
        ))}
        {differences.length > MOST_DIFFERENCES && (
          <li>
            <Translate id="tejun.verdict.more" values={{ count: differences.length - MOST_DIFFERENCES }}>
              {'ほかに{count}か所が異なります。'}
            </Translate>
          </li>
        )}
      </ul>
      {diff.length > 0 && (
        <details open>
          <summary>
            <Translate id="tejun.verdict.diff">
              例との比較 (- 例、+ 実行結果、~ 違っていてもよいもの)
            </Translate>
          </summary>
          <section
            className={styles.printed}
            aria-label={translate({ id: 'tejun.verdict.diff.name', message: '例との比較' })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            <pre>
              {diff.slice(0, MOST_LINES).map(({ kind, text }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
                <span key={index} className={styles.line} data-diff={kind}>
                  {`${signs[kind]} ${shortened(text)}\n`}
                </span>
              ))}
            </pre>
            {diff.length > MOST_LINES && <Shortened />}
          </section>
        </details>
      )}
    </div>
  );
}

const shortened = (text: string) => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text);
