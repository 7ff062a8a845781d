import { type ReactNode, useEffect } from 'react';
import { getSession } from '../../session/index.ts';
import { lazyComponent, useSession } from '../Practice/index.ts';

const LazyAwsContext = lazyComponent(
  () => import(/* webpackChunkName: "aws-context" */ '../AwsContext/index.tsx'),
  { fallback: () => null },
);

const PrintedAccount = lazyComponent(
  () => import(/* webpackChunkName: "aws-context" */ '../Account/printed.tsx'),
  { fallback: () => null },
);

interface Props {
  readonly practice: string;
  tell(isStarted: boolean): void;
}

/** Shows the AWS context, once something runs; on paper, the account. */
export default function AwsContextBar({ practice, tell }: Props): ReactNode {
  const reader = getSession(practice);
  const isStarted = useSession(reader, ({ phase }) => phase !== 'closed' && phase !== 'broken');
  useEffect(() => tell(isStarted), [tell, isStarted]);
  if (!isStarted) return null;
  return (
    <>
      <LazyAwsContext reader={reader} />
      <PrintedAccount reader={reader} />
    </>
  );
}
