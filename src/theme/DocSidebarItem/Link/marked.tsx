import type { Props } from '@theme/DocSidebarItem/Link';
import DocSidebarItemLink from '@theme-original/DocSidebarItem/Link';
import type { ReactNode } from 'react';
import { useMark } from '../../../components/Progress/mark.tsx';

export default function MarkedLink({ item, ...props }: Props): ReactNode {
  const mark = useMark(item.docId);
  // The mark never stands on a line of its own.
  const label = `${item.label}\u00a0${mark}`;
  return <DocSidebarItemLink item={mark ? { ...item, label } : item} {...props} />;
}
