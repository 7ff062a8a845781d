import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useState } from 'react';
import type { AwsContext, PracticeSession, ShellIdentity } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { useSession } from '../Practice/index.ts';
import { shownPage } from '../Practice/page-info.ts';
import { remaining } from './remaining.ts';
import styles from './styles.module.css';

const MINUTE_MS = 60_000;
const steps = [
  { label: '+1m', ms: MINUTE_MS },
  { label: '+15m', ms: 15 * MINUTE_MS },
  { label: '+1h', ms: 60 * MINUTE_MS },
] as const;

interface Told {
  readonly standing: AwsContext;
  /** When it was told, by this machine's clock. */
  readonly at: number;
}

/** As whom, where and for how long the next command would call AWS; lets time pass. */
export default function AwsContextBar({ reader }: { readonly reader: PracticeSession }): ReactNode {
  const [told, setTold] = useState<Told>();
  const count = useSession(reader, ({ results }) => results.length);
  const isReady = useSession(reader, ({ phase }) => phase === 'ready');
  const isRunning = useSession(reader, ({ running }) => running !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing done may change it
  useEffect(() => {
    if (!isReady || isRunning) return;
    let isLatest = true;
    const ask = async () => (await reader.open()).awsContext();
    ask().then(
      (standing) => isLatest && setTold({ standing, at: Date.now() }),
      () => {},
    );
    return () => {
      isLatest = false;
    };
  }, [reader, count, isReady, isRunning]);
  const moved = useSession(reader, ({ results }) =>
    results.reduce((sum, { event }) => (event.kind === 'elapse' ? sum + event.ms : sum), 0),
  );
  const now = useSecond();
  if (!told) return null;
  const { standing } = told;
  const accountNow = standing.accountNow + Math.max(0, now - told.at);
  return (
    <>
      <dl className={styles.standing} data-aws-context={standing.identity.kind}>
        <div>
          <dt>
            <Translate id="tejun.standing.who">認証情報</Translate>
          </dt>
          <dd>
            <Who identity={standing.identity} accountNow={accountNow} />
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
    </>
  );
}

function Who({
  identity,
  accountNow,
}: {
  readonly identity: ShellIdentity;
  readonly accountNow: number;
}): ReactNode {
  switch (identity.kind) {
    case 'none':
      return (
        <span title={identity.reason}>
          <Translate id="tejun.standing.nobody">なし</Translate>
        </span>
      );
    case 'unknown-key':
      return (
        <span className={styles.bad}>
          <Translate id="tejun.standing.stranger">無効なアクセスキー</Translate>
        </span>
      );
    case 'role':
      return <span title={identity.arn}>{shortArn(identity.arn)}</span>;
    case 'user':
      return (
        <span title={identity.arn}>
          {shortArn(identity.arn)} (<Translate id="tejun.standing.longTerm">長期</Translate>)
        </span>
      );
    case 'session':
      return <SessionOf identity={identity} left={identity.expiresAt - accountNow} />;
  }
}

interface SessionProps {
  readonly identity: Extract<ShellIdentity, { kind: 'session' }>;
  readonly left: number;
}

function SessionOf({ identity, left }: SessionProps): ReactNode {
  const mfa = identity.mfa ? translate({ id: 'tejun.standing.mfa', message: 'MFAあり' }) : '';
  return (
    <span title={identity.arn} className={left > 0 ? undefined : styles.bad}>
      {shortArn(identity.arn)} (
      {left > 0 ? (
        <Translate id="tejun.standing.session" values={{ left: remaining(left) }}>
          {'セッション、残り{left}'}
        </Translate>
      ) : (
        <Translate id="tejun.standing.expired">セッション、期限切れ</Translate>
      )}
      {mfa && ` ${mfa}`})
    </span>
  );
}

/** `arn:aws:iam::123456789012:user/anna` to `user/anna`. */
const shortArn = (arn: string) => arn.split(':').at(-1) ?? arn;

/** This machine's time, once a second. */
function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
