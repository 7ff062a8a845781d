import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { ShellIdentity } from '../../session/index.ts';
import { remaining } from './account-time.ts';
import styles from './styles.module.css';

/** An identity, and how long its session lasts. */
export function Identity({
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
