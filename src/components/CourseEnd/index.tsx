import type { ReactNode } from 'react';
import { useIsActivated } from '../Practice/activation.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { usePageData, usePageId, usePageInfo } from '../Practice/page-info.ts';

const Summary = lazyComponent(() => import(/* webpackChunkName: "course-end" */ './summary.tsx'), {
  fallback: () => null,
});

/** Below the last page of a course: loaded for readers who have run something. */
export function CourseEnd(): ReactNode {
  const isAwake = useIsActivated();
  const id = usePageId();
  const isPractised = usePageInfo() !== undefined;
  const { goals } = usePageData();
  return isAwake && isPractised && goals ? <Summary page={id} goals={goals} key={id} /> : null;
}
