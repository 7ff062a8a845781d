import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SessionEvent } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import styles from './styles.module.css';

interface Props {
  readonly events: readonly SessionEvent[];
  resume(): void;
}

/** Shows what was found in the browser's storage and is not known to be the reader's own, with a button that runs it. */
export function Held({ events, resume }: Props): ReactNode {
  return (
    <div className={styles.notice} role="status">
      <Translate id="tejun.held.text">
        このブラウザに、以前の実行記録が残っています。このサイトが保存したものと確認できないため、実行していません。
      </Translate>
      <Button onClick={resume}>
        <Translate id="tejun.held.resume">実行して続きから始める</Translate>
      </Button>
      <details className={styles.held}>
        <summary>
          <Translate id="tejun.held.events">記録の内容</Translate>
        </summary>
        <pre>{events.flatMap(scriptOf).join('\n')}</pre>
      </details>
    </div>
  );
}

function scriptOf(event: SessionEvent): string[] {
  if (event.kind === 'elapse') return [];
  return [(event.kind === 'step' && event.typed?.script) || event.script];
}
