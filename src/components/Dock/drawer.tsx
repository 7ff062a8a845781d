import type { ReactNode } from 'react';
import { getSession } from '../../session/index.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';

const drawers = {
  terminal: lazyComponent(() => import('../Terminal/index.tsx')),
  account: lazyComponent(() => import(/* webpackChunkName: "aws-context" */ '../Account/index.tsx')),
  files: lazyComponent(() => import(/* webpackChunkName: "files" */ '../Files/index.tsx')),
};

export type DrawerName = keyof typeof drawers;

interface Props {
  readonly practice: string;
  readonly shows: DrawerName;
  close(): void;
}

/** The part of the dock that opens above its bar. */
export default function Drawer({ practice, shows, close }: Props): ReactNode {
  const Shown = drawers[shows];
  return <Shown reader={getSession(practice)} close={close} />;
}
