import type { Props } from '@theme/DocSidebarItem/Link';
import DocSidebarItemLink from '@theme-original/DocSidebarItem/Link';
import type { ReactNode } from 'react';
import { useMark } from '../../../components/Progress/use-mark.ts';

export default function MarkedLink({ item, ...props }: Props): ReactNode {
  const mark = useMark(item.docId);
  return <DocSidebarItemLink item={mark ? { ...item, label: `${item.label} ${mark}` } : item} {...props} />;
}
