import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { FenceMetadata } from '../../site/fence-metadata.ts';

/** Says in the caption of a block when it applies: in which case, where, and with which AWS CLI. */
export function ConditionsNote({
  only,
  not,
  case: when,
}: Pick<FenceMetadata, 'only' | 'not' | 'case'>): ReactNode {
  return (
    <>
      {when && <span data-case> {when}</span>}
      {only && (
        <span data-only>
          {' '}
          <Translate id="tejun.only" values={{ where: wordsFor(only) }}>
            {'({where}のみ)'}
          </Translate>
        </span>
      )}
      {not && (
        <span data-not>
          {' '}
          <Translate id="tejun.not" values={{ where: wordsFor(not) }}>
            {'({where}を除く)'}
          </Translate>
        </span>
      )}
    </>
  );
}

/** `live,cli>=2.15` in a reader's words. */
const wordsFor = (conditions: string): string => conditions.split(',').map(wordFor).join(', ');

function wordFor(condition: string): string {
  switch (condition) {
    case 'sandbox':
      return translate({ id: 'tejun.where.sandbox', message: 'サンドボックス' });
    case 'recording':
      return translate({ id: 'tejun.where.recording', message: '記録' });
    case 'live':
      return translate({ id: 'tejun.where.live', message: '実際のAWS' });
    case 'simulated':
      return translate({ id: 'tejun.where.simulated', message: 'このページ' });
    case 'bash':
      return translate({ id: 'tejun.where.bash', message: '自分のターミナル' });
    default:
      return condition.replace(/^cli([<>=]*)/, (_, operator) => `AWS CLI ${operator && `${operator} `}`);
  }
}
