import type { ReactNode } from 'react';
import { useProgress } from '../Practice/index.ts';
import { ProgressView } from './view.tsx';

interface Props {
  readonly pages: readonly string[];
  readonly onceBegun?: boolean | undefined;
}

/** Shows the progress kept in the browser. */
export default function KnownProgress({ pages, onceBegun }: Props): ReactNode {
  const { done, steps } = useProgress(pages);
  return onceBegun && done === 0 ? null : <ProgressView done={done} steps={steps} />;
}
