import type { ReactNode } from 'react';
import { readerOf } from '../../session/index.ts';
import { onDemand } from '../Practice/on-demand.tsx';

const TerminalDrawer = onDemand(() => import('../Terminal/index.tsx'));

interface Props {
  readonly practice: string;
  close(): void;
}

export default function Drawer({ practice, close }: Props): ReactNode {
  return <TerminalDrawer reader={readerOf(practice)} close={close} />;
}
