import Translate, { translate } from '@docusaurus/Translate';
import { Fragment, type ReactNode } from 'react';
import type { SessionStepOutcome, StepVerdict } from '../../session/index.ts';
import styles from './styles.module.css';

type Output = Extract<SessionStepOutcome, { status: 'failed' }>['output'];
type Accepted = StepVerdict['accepted'];

interface Props {
  readonly output: Output;
  readonly accepted: Accepted;
}

/** Shows the output of a step and marks the values that may vary. */
export function Printed({ output: { stdout, stderr }, accepted }: Props): ReactNode {
  if (stdout === '' && stderr === '') return null;
  const name = translate({ id: 'tejun.verdict.output', message: '実行結果' });
  return (
    <>
      {[stdout, stderr].map((text, stream) =>
        text.trim() === '' ? null : (
          <figure
            // biome-ignore lint/suspicious/noArrayIndexKey: there are two, always in this order
            key={stream}
            className={styles.printed}
            data-stream={stream === 0 ? 'stdout' : 'stderr'}
            aria-label={name}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            <pre>{marked(text.slice(0, LONGEST).replace(/\n$/, '').replace(/^\n/, ''), accepted)}</pre>
            {text.length > LONGEST && <Shortened />}
          </figure>
        ),
      )}
    </>
  );
}

/** More characters than one would read take a browser long to draw. */
const LONGEST = 100_000;

/** Says that more was printed than is shown. */
export function Shortened(): ReactNode {
  return (
    <p className={styles.legend} data-shortened>
      <Translate id="tejun.verdict.shortened">長いため、はじめの部分だけを表示しています。</Translate>
    </p>
  );
}

/** Each value once, in the order in which they stand. */
function marked(text: string, accepted: Accepted): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { actual, expected } of accepted) {
    const found = actual === '' ? -1 : text.indexOf(actual, at);
    if (found < 0) continue;
    pieces.push(
      <Fragment key={found}>
        {text.slice(at, found)}
        <mark
          className={styles.accepted}
          title={translate({ id: 'tejun.verdict.example', message: '例: {value}' }, { value: expected })}
        >
          {actual}
        </mark>
      </Fragment>,
    );
    at = found + actual.length;
  }
  return [...pieces, text.slice(at)];
}
