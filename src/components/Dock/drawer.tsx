import type { ReactNode } from 'react';
import { getSession } from '../../session/index.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';

const TerminalDrawer = lazyComponent(() => import('../Terminal/index.tsx'));

interface Props {
  readonly practice: string;
  close(): void;
}

export default function Drawer({ practice, close }: Props): ReactNode {
  return <TerminalDrawer reader={getSession(practice)} close={close} />;
}
