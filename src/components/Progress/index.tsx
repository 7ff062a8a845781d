import type { ReactNode } from 'react';
import { useAwake } from '../Practice/awake.ts';
import { usePages } from '../Practice/facts.ts';
import { onDemand } from '../Practice/on-demand.tsx';
import { ProgressView } from './view.tsx';

const KnownProgress = onDemand(() => import('./known.tsx'), { before: NotBegun, instead: () => null });
const Mark = onDemand(() => import('./mark.tsx'), { instead: () => null });

interface Props {
  readonly pages: readonly string[];
  /** Nothing is shown to who has not begun. */
  readonly onceBegun?: boolean | undefined;
}

/** How many steps of a page or a course the reader has done. */
export function Progress(props: Props): ReactNode {
  return useAwake() ? <KnownProgress {...props} /> : <NotBegun {...props} />;
}

function NotBegun({ pages, onceBegun }: Props): ReactNode {
  const all = usePages();
  const steps = pages.reduce((sum, id) => sum + (all[id]?.steps ?? 0), 0);
  return onceBegun ? null : <ProgressView done={0} steps={steps} />;
}

/** The same of one page, in a few characters. */
export function PageMark({ page }: { readonly page: string }): ReactNode {
  if (!useAwake()) return null;
  return <Mark page={page} />;
}
