import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type {
  AccountView,
  AwsContext,
  OpenSession,
  PracticeSession,
  ShellIdentity,
} from '../../session/index.ts';
import { useAccountTime } from '../AwsContext/account-time.ts';
import { Identity } from '../AwsContext/identity.tsx';
import { type SessionAnswer, useAsked } from '../Practice/use-asked.ts';
import { Changes, Resources } from './resources.tsx';
import styles from './styles.module.css';

const ask = async (session: OpenSession) => {
  const [view, context] = await Promise.all([session.accountView(), session.awsContext()]);
  return { view, context };
};

/** Shows who called what last and what that changed, over the account's resources. */
export function AccountContent({ reader }: { readonly reader: PracticeSession }): ReactNode {
  const asked = useAsked(reader, ask);
  if (!asked) return null;
  const { answer, at } = asked;
  return (
    <>
      <Picture view={answer.view} context={{ answer: answer.context, at }} />
      <Resources view={answer.view} />
    </>
  );
}

interface Props {
  readonly view: AccountView;
  readonly context: SessionAnswer<AwsContext>;
}

/** How many calls are named: a synchronization may make hundreds. */
const SHOWN = 4;

/** From the credentials through the last calls to what they changed. */
function Picture({ view, context }: Props): ReactNode {
  const accountNow = useAccountTime(context);
  const { identity } = context.answer;
  const refused = view.calls.some(({ error }) => error !== undefined);
  const outcome = view.calls.length === 0 ? 'none' : refused ? 'refused' : 'answered';
  return (
    <figure className={styles.picture} data-outcome={outcome}>
      <div className={styles.box}>
        <h3>
          <Translate id="tejun.standing.who">認証情報</Translate>
        </h3>
        <p>
          <Identity identity={identity} accountNow={accountNow} />
        </p>
        {identity.kind === 'session' && <Life identity={identity} accountNow={accountNow} />}
      </div>
      <div className={styles.call}>
        <Calls calls={view.calls} />
        {/* Its end is shown, as long as there is room. */}
        <svg viewBox="0 0 800 12" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
          <path d="M0 6H798m-7-5 7 5-7 5" />
        </svg>
      </div>
      <div className={styles.box}>
        <h3>
          <Translate id="tejun.account">アカウント</Translate> {accountIdOf(identity)}
        </h3>
        <Changes changes={view.changes} />
      </div>
    </figure>
  );
}

function Calls({ calls }: Pick<AccountView, 'calls'>): ReactNode {
  if (calls.length === 0)
    return (
      <p>
        <Translate id="tejun.account.noCall">AWSを呼び出していません</Translate>
      </p>
    );
  // A failure says more than a success before it.
  const refused = calls.filter(({ error }) => error !== undefined);
  const shown = (refused.length > 0 ? refused : calls).slice(-SHOWN);
  return (
    <ul>
      {shown.map(({ service, operation = '?', error }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls have no names, and the list is made anew
        <li key={place}>
          <code>
            {service}:{operation}
          </code>{' '}
          {error === undefined ? <Answered /> : <code data-error>{error}</code>}
        </li>
      ))}
      {calls.length > shown.length && (
        <li>
          <Translate id="tejun.account.calls" values={{ count: calls.length }}>
            {'全{count}件の呼び出し'}
          </Translate>
        </li>
      )}
    </ul>
  );
}

const Answered = () => (
  <span
    className={styles.answered}
    role="img"
    aria-label={translate({ id: 'tejun.account.answered', message: '成功' })}
  >
    ✓
  </span>
);

interface LifeProps {
  readonly identity: Extract<ShellIdentity, { kind: 'session' }>;
  readonly accountNow: number;
}

/** The life of a session, which runs out. */
function Life({ identity, accountNow }: LifeProps): ReactNode {
  const { issuedAt, expiresAt } = identity;
  return (
    <meter
      className={styles.life}
      min={0}
      max={expiresAt - issuedAt}
      low={(expiresAt - issuedAt) / 5}
      value={Math.max(0, expiresAt - accountNow)}
      aria-label={translate({ id: 'tejun.account.life', message: 'セッションの残り時間' })}
    />
  );
}

/** The account of the identity's ARN. */
function accountIdOf(identity: ShellIdentity): string {
  return 'arn' in identity ? (identity.arn.split(':')[4] ?? '') : '';
}
