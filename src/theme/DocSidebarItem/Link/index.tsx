import type { Props } from '@theme/DocSidebarItem/Link';
import DocSidebarItemLink from '@theme-original/DocSidebarItem/Link';
import type { ReactNode } from 'react';
import { useAwake } from '../../../components/Practice/awake.ts';
import { onDemand } from '../../../components/Practice/on-demand.tsx';

const MarkedLink = onDemand<Props>(() => import('./marked.tsx'), {
  before: DocSidebarItemLink,
  instead: DocSidebarItemLink,
});

/** Beside the name of a page in the sidebar: how far its reader is. */
export default function ProcedureSidebarLink(props: Props): ReactNode {
  return useAwake() ? <MarkedLink {...props} /> : <DocSidebarItemLink {...props} />;
}
