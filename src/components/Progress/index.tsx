import { type ReactNode, Suspense } from 'react';
import { useAwake } from '../Practice/awake.ts';
import { usePages } from '../Practice/facts.ts';
import { onDemand } from '../Practice/on-demand.tsx';
import { ProgressView } from './view.tsx';

const KnownProgress = onDemand(
  () => import('./known.tsx'),
  () => null,
);
const Mark = onDemand(
  () => import('./mark.tsx'),
  () => null,
);

interface Props {
  readonly pages: readonly string[];
  /** Nothing is shown to who has not begun. */
  readonly onceBegun?: boolean;
}

/** How many steps of a page or a course the reader has done. */
export function Progress({ pages, onceBegun = false }: Props): ReactNode {
  const all = usePages();
  const steps = pages.reduce((sum, id) => sum + (all[id]?.steps ?? 0), 0);
  const none = onceBegun ? null : <ProgressView done={0} steps={steps} />;
  if (!useAwake()) return none;
  return (
    <Suspense fallback={none}>
      <KnownProgress pages={pages} onceBegun={onceBegun} />
    </Suspense>
  );
}

/** The same of one page, in a few characters. */
export function PageMark({ page }: { readonly page: string }): ReactNode {
  if (!useAwake()) return null;
  return (
    <Suspense fallback={null}>
      <Mark page={page} />
    </Suspense>
  );
}
