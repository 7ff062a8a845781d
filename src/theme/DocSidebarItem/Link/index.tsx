import type { Props } from '@theme/DocSidebarItem/Link';
import DocSidebarItemLink from '@theme-original/DocSidebarItem/Link';
import type { ReactNode } from 'react';
import { useProgress } from '../../../components/Practice/index.ts';
import { markOf } from '../../../components/Progress/index.tsx';

/** Beside the name of a page in the sidebar: how far its reader is. */
export default function ProcedureSidebarLink({ item, ...props }: Props): ReactNode {
  const { done, steps } = useProgress(item.docId ? [item.docId] : []);
  if (done === 0) return <DocSidebarItemLink item={item} {...props} />;
  return <DocSidebarItemLink item={{ ...item, label: `${item.label} ${markOf(done, steps)}` }} {...props} />;
}
