import { lazy, type ReactNode, Suspense } from 'react';

const Content = lazy(() => import('./content.tsx'));

/** Docusaurus makes it a part of every page of the docs: there it is a link to what is loaded where it is shown. */
export default function NotFoundContent(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Content />
    </Suspense>
  );
}
