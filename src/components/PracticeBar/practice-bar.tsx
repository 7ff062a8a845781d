import { type ReactNode, useEffect } from 'react';
import { type PracticePage, usePracticePage, useSession } from '../Practice/index.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { holdTarget } from './hold-target.ts';

const SessionBar = lazyComponent(() => import('./session-bar.tsx'));

interface Props {
  /** "Run all" was what loaded this. */
  readonly runAtOnce: boolean;
  tell(isOpen: boolean): void;
}

/** Shows the session bar, once something is run, or was before. */
export default function Session(props: Props): ReactNode {
  const page = usePracticePage();
  return page ? <SessionOf {...props} page={page} /> : null;
}

function SessionOf({ page, runAtOnce, tell }: Props & { readonly page: PracticePage }): ReactNode {
  const { session } = page;
  const isOpen = useSession(session, ({ phase }) => phase !== 'closed');
  // Earlier runs are shown again: after a reload, in another language, on another page.
  useEffect(() => {
    if (!session.isBegun) return;
    void session.open().catch(() => {});
    return holdTarget();
  }, [session]);
  useEffect(() => tell(isOpen), [tell, isOpen]);
  if (!isOpen && !runAtOnce) return null;
  return <SessionBar page={page} runAtOnce={runAtOnce} />;
}
