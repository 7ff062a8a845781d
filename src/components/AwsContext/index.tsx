import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { OpenSession, PracticeSession } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { shownPage, useSession } from '../Practice/index.ts';
import { useAsked } from '../Practice/use-asked.ts';
import { useAccountTime } from './account-time.ts';
import { Identity } from './identity.tsx';
import styles from './styles.module.css';

const MINUTE_MS = 60_000;
const steps = [
  { label: '+1m', ms: MINUTE_MS },
  { label: '+15m', ms: 15 * MINUTE_MS },
  { label: '+1h', ms: 60 * MINUTE_MS },
] as const;

const askContext = (session: OpenSession) => session.awsContext();

/** As whom, where and for how long the next command would call AWS; lets time pass. */
export default function AwsContextBar({ reader }: { readonly reader: PracticeSession }): ReactNode {
  const asked = useAsked(reader, askContext);
  const moved = useSession(reader, ({ results }) =>
    results.reduce((sum, { event }) => (event.kind === 'elapse' ? sum + event.ms : sum), 0),
  );
  const accountNow = useAccountTime(asked);
  if (!asked) return null;
  const { answer: standing } = asked;
  return (
    <div className={styles.context}>
      <dl className={styles.standing} data-aws-context={standing.identity.kind}>
        <div>
          <dt>
            <Translate id="tejun.standing.who">認証情報</Translate>
          </dt>
          <dd>
            <Identity identity={standing.identity} accountNow={accountNow} />
          </dd>
        </div>
        <div>
          <dt>
            <Translate id="tejun.standing.profile">プロファイル</Translate>
          </dt>
          <dd>{standing.profile}</dd>
        </div>
        <div>
          <dt>
            <Translate id="tejun.standing.region">リージョン</Translate>
          </dt>
          <dd>{standing.region ?? <Translate id="tejun.standing.noRegion">未設定</Translate>}</dd>
        </div>
      </dl>
      <fieldset className={styles.forward}>
        <legend>
          <Translate id="tejun.standing.forward">時間を進める</Translate>
        </legend>
        {moved !== 0 && (
          <Button look="plain" onClick={() => void reader.open().then((session) => session.elapse(-moved))}>
            <Translate id="tejun.standing.undo">元に戻す</Translate>
          </Button>
        )}
        {steps.map(({ label, ms }) => (
          <Button
            key={label}
            look="plain"
            onClick={() => void reader.open().then((session) => session.elapse(ms, shownPage()))}
          >
            {label}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
