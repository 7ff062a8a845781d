import type { ReactNode } from 'react';
import { useIsActivated } from '../Practice/activation.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { usePages } from '../Practice/page-info.ts';
import { ProgressView } from './view.tsx';

const KnownProgress = lazyComponent(() => import(/* webpackChunkName: "progress" */ './known.tsx'), {
  loading: NotBegun,
  fallback: () => null,
});
const Mark = lazyComponent(() => import(/* webpackChunkName: "progress" */ './mark.tsx'), {
  fallback: () => null,
});

interface Props {
  readonly pages: readonly string[];
  /** Nothing is shown to who has not begun. */
  readonly onceBegun?: boolean | undefined;
}

/** How many steps of a page or a course the reader has done. */
export function Progress(props: Props): ReactNode {
  return useIsActivated() ? <KnownProgress {...props} /> : <NotBegun {...props} />;
}

function NotBegun({ pages, onceBegun }: Props): ReactNode {
  const all = usePages();
  const steps = pages.reduce((sum, id) => sum + (all[id]?.steps ?? 0), 0);
  return onceBegun ? null : <ProgressView done={0} steps={steps} />;
}

/** The same of one page, in a few characters. */
export function PageMark({ page }: { readonly page: string }): ReactNode {
  if (!useIsActivated()) return null;
  return <Mark page={page} />;
}
