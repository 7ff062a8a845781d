import type { Props } from '@theme/DocSidebarItem/Link';
import DocSidebarItemLink from '@theme-original/DocSidebarItem/Link';
import { type ReactNode, Suspense } from 'react';
import { useAwake } from '../../../components/Practice/awake.ts';
import { onDemand } from '../../../components/Practice/on-demand.tsx';

const MarkedLink = onDemand<Props>(() => import('./marked.tsx'), DocSidebarItemLink);

/** Beside the name of a page in the sidebar: how far its reader is. */
export default function ProcedureSidebarLink(props: Props): ReactNode {
  const plain = <DocSidebarItemLink {...props} />;
  if (!useAwake()) return plain;
  return (
    <Suspense fallback={plain}>
      <MarkedLink {...props} />
    </Suspense>
  );
}
