import TocDesktop from '@theme-original/DocItem/TOC/Desktop';
import type { ReactNode } from 'react';
import { useIsActivated } from '../../../../components/Practice/activation.ts';
import { lazyComponent } from '../../../../components/Practice/lazy-component.tsx';

const StepList = lazyComponent(
  () => import(/* webpackChunkName: "progress" */ '../../../../components/StepList/index.tsx'),
  {
    fallback: () => null,
  },
);

/** Beside the text, above its headings: the steps of the page with their ticks, once something is run. */
export default function ProcedureToc(): ReactNode {
  const isAwake = useIsActivated();
  return (
    <>
      {isAwake && <StepList />}
      <TocDesktop />
    </>
  );
}
