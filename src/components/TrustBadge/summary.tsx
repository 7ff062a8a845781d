import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { Trust } from '../../verification/index.ts';

interface Props {
  readonly trust: Trust;
  /** Days since the run, where they are many. */
  readonly age?: number;
}

/** The line that is always seen. */
export function Summary({ trust, age }: Props): ReactNode {
  if (trust.kind === 'unverified') {
    return <Translate id="tejun.trust.unverified">まだ動作を確認していません</Translate>;
  }
  const { date, passed, failed, compared } = trust.record;
  const day = <time dateTime={date}>{date.slice(0, 10)}</time>;
  switch (trust.kind) {
    case 'changed':
      return (
        <Translate id="tejun.trust.changed" values={{ day }}>
          {'{day}に確認した後で、手順が変わりました'}
        </Translate>
      );
    case 'failed':
      return (
        <Translate id="tejun.trust.failed" values={{ day, failed }}>
          {'{day}の確認で、{failed}個のステップが失敗しました'}
        </Translate>
      );
    case 'verified':
      return (
        <>
          <Translate id="tejun.trust.verified" values={{ day, passed }}>
            {'動作確認済み: {day} ({passed}ステップ成功)'}
          </Translate>
          {compared !== undefined && (
            <Translate id="tejun.trust.compared" values={{ compared }}>
              {'、{compared}ステップの結果を照合'}
            </Translate>
          )}
          {age !== undefined && (
            <Translate id="tejun.trust.old" values={{ age }}>
              {'。{age}日前の確認です'}
            </Translate>
          )}
        </>
      );
  }
}
