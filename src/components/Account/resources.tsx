import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { AccountView, ResourceChange } from '../../session/index.ts';
import styles from './styles.module.css';

/** `AWS::S3::Bucket` -> `S3` */
function serviceOfType(type: string): string {
  return type.split('::')[1] ?? type;
}

/** `AWS::S3::Bucket` -> `Bucket` */
function nounOf(type: string): string {
  return type.split('::')[2] ?? type;
}

/** The account's resources by service, as a console lists them; read-only. */
export function Resources({ view: { resources } }: { readonly view: AccountView }): ReactNode {
  const services = [...new Set(resources.map(({ type }) => serviceOfType(type)))];
  return (
    <div className={styles.resources}>
      {services.map((service) => {
        const own = resources.filter(({ type }) => serviceOfType(type) === service);
        return (
          <details key={service} open={own.some(({ isInitial }) => !isInitial)} data-service={service}>
            <summary>
              {service} ({own.length})
            </summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    <Translate id="tejun.account.type">種類</Translate>
                  </th>
                  <th scope="col">
                    <Translate id="tejun.account.id">名前またはID</Translate>
                  </th>
                  <th scope="col">
                    <Translate id="tejun.standing.region">リージョン</Translate>
                  </th>
                  <th scope="col">
                    <Translate id="tejun.account.details">内容</Translate>
                  </th>
                </tr>
              </thead>
              <tbody>
                {own.map(({ key, type, id, region, details }) => (
                  <tr key={key}>
                    <td>{nounOf(type)}</td>
                    <td>
                      <code>{id}</code>
                    </td>
                    <td>{region ?? '-'}</td>
                    <td>{detailsText(details)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        );
      })}
    </div>
  );
}

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
function detailsText(details: Readonly<Record<string, string>>): string {
  return Object.entries(details)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
