import type { Props } from '@theme/DocSidebarItem/Link';
import DocSidebarItemLink from '@theme-original/DocSidebarItem/Link';
import type { ReactNode } from 'react';
import { useIsActivated } from '../../../components/Practice/activation.ts';
import { lazyComponent } from '../../../components/Practice/lazy-component.tsx';

const MarkedLink = lazyComponent<Props>(() => import(/* webpackChunkName: "progress" */ './marked.tsx'), {
  loading: DocSidebarItemLink,
  fallback: DocSidebarItemLink,
});

/** Beside the name of a page in the sidebar: how far its reader is. */
export default function ProcedureSidebarLink(props: Props): ReactNode {
  return useIsActivated() ? <MarkedLink {...props} /> : <DocSidebarItemLink {...props} />;
}
