import { type ReactNode, useEffect } from 'react';
import { lazyComponent, type PracticePage, usePracticePage, useSession } from '../Practice/index.ts';
import { useStillness } from '../Stillness/use-stillness.ts';

const SessionBar = lazyComponent(() => import('./session-bar.tsx'));

interface Props {
  /** "Run all" was what loaded this. */
  readonly runAtOnce: boolean;
  tell(isReady: boolean): void;
}

/** Shows the session bar, once something is run, or was before. */
export default function Session(props: Props): ReactNode {
  const page = usePracticePage();
  return page ? <SessionOf {...props} page={page} /> : null;
}

function SessionOf({ page, runAtOnce, tell }: Props & { readonly page: PracticePage }): ReactNode {
  const { session } = page;
  const phase = useSession(session, (state) => state.phase);
  useStillness(phase === 'ready');
  // Earlier runs are shown again: after a reload, in another language, on another page.
  useEffect(() => {
    if (!session.isBegun) return;
    void session.open().catch(() => {});
    return holdTarget();
  }, [session]);
  if (phase === 'closed' && !runAtOnce) return null;
  return <SessionBar page={page} runAtOnce={runAtOnce} tell={tell} />;
}

/** Events that show that the reader scrolls or moves. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** Outcomes come back within seconds; later changes are the reader's. */
const LONGEST_MS = 15_000;

/**
 * Keeps what the address points at in its place while outcomes come back above it, until the reader moves. Browsers
 * anchor the scroll position themselves, but not to what a link asked for.
 */
function holdTarget(): () => void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const main = document.querySelector('main');
  if (!target || !main) return () => {};
  const sized = new ResizeObserver(() => target.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const end = () => {
    sized.disconnect();
    clearTimeout(timer);
    for (const move of MOVES) removeEventListener(move, end, true);
  };
  const timer = setTimeout(end, LONGEST_MS);
  sized.observe(main);
  for (const move of MOVES) addEventListener(move, end, true);
  return end;
}
