import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { AccountView, ResourceChange } from '../../session/index.ts';
import { nounOf } from './resource-type.ts';
import styles from './styles.module.css';

const SIGNS = { created: '+', changed: '~', deleted: '−' } as const;

const nameOf = (kind: ResourceChange['kind']): string => {
  switch (kind) {
    case 'created':
      return translate({ id: 'tejun.account.created', message: '作成' });
    case 'changed':
      return translate({ id: 'tejun.account.changed', message: '変更' });
    case 'deleted':
      return translate({ id: 'tejun.account.deleted', message: '削除' });
  }
};

/** Changes that the last thing done made in the account. */
export function Changes({ changes }: Pick<AccountView, 'changes'>): ReactNode {
  if (changes.length === 0)
    return (
      <p>
        <Translate id="tejun.account.unchanged">変更なし</Translate>
      </p>
    );
  return (
    <ul>
      {changes.map(({ kind, resource: { key, type, id, details } }) => (
        <li key={key} data-change={kind}>
          <span role="img" aria-label={nameOf(kind)}>
            {SIGNS[kind]}
          </span>{' '}
          {nounOf(type)} <code>{id}</code>
          {kind === 'changed' && <span className={styles.quiet}> {detailsText(details)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** `State running, InstanceType t3.micro` */
export function detailsText(details: Readonly<Record<string, string>>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
