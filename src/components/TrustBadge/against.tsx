import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { RunInfo } from '../../verification/index.ts';

/** With which CLI, in which shell, against what. */
export function Against({ target, shell, cli }: RunInfo): ReactNode {
  const version = /aws-cli\/(\S+)/.exec(cli)?.[1];
  return (
    <>
      {version ? `AWS CLI ${version}` : <Translate id="tejun.trust.builtin">組み込みのaws</Translate>}
      {shell === 'bash' && ' + bash'}
      {' → '}
      <Target target={target} />
    </>
  );
}

function Target({ target }: { readonly target: string }): ReactNode {
  switch (target) {
    case 'sandbox':
      return <Translate id="tejun.trust.target.sandbox">練習用アカウント</Translate>;
    case 'recording':
      return <Translate id="tejun.trust.target.recording">記録した応答</Translate>;
    case 'live':
      return 'AWS';
    default:
      return target;
  }
}
