import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { RecordingOrigin } from '../../session/index.ts';
import { usePageInfo } from '../Practice/page-info.ts';

/** RecordingOrigin of the recording that answers for `aws` on a page that the sandbox cannot answer. */
export function RecordedFrom(): ReactNode {
  const recorded = usePageInfo()?.recorded;
  if (!recorded) return null;
  return (
    <p className="alert alert--secondary" role="note">
      {recorded === 'nothing' ? (
        <Translate id="tejun.recorded.nothing">
          このページのコマンドは、記録した応答で動きます。まだ記録がないため、実行できません。
        </Translate>
      ) : (
        <>
          <Answers {...recorded} />{' '}
          <Translate id="tejun.recorded.limit">記録にないコマンドは実行できません。</Translate>
        </>
      )}
    </p>
  );
}

function Answers({ date, target, cli }: RecordingOrigin): ReactNode {
  const day = date.slice(0, 10);
  const values = {
    date: <time dateTime={date}>{day}</time>,
    cli: `AWS CLI ${/aws-cli\/(\S+)/.exec(cli)?.[1] ?? cli}`,
  };
  switch (target) {
    case 'live':
      return (
        <Translate id="tejun.recorded.live" values={values}>
          {'このページでは、{date}に{cli}でAWSから記録した応答を表示します。'}
        </Translate>
      );
    case 'emulator':
      return (
        <Translate id="tejun.recorded.emulator" values={values}>
          {'このページでは、{date}に{cli}でエミュレータ(AWSではありません)から記録した応答を表示します。'}
        </Translate>
      );
    case 'sandbox':
      return (
        <Translate id="tejun.recorded.sandbox" values={values}>
          {'このページでは、{date}に{cli}で練習用アカウントから記録した応答を表示します。'}
        </Translate>
      );
  }
}
