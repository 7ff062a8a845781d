import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { AccountView } from '../../session/index.ts';
import { detailsText } from './changes.tsx';
import { nounOf, serviceOfType } from './resource-type.ts';
import styles from './styles.module.css';

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
