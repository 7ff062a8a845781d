import { type ReactNode, useEffect } from 'react';
import { readerOf } from '../../session/index.ts';
import { useReader } from '../Practice/index.ts';
import { onDemand } from '../Practice/on-demand.tsx';

const StandingBar = onDemand(() => import('../Standing/index.tsx'), { instead: () => null });

interface Props {
  readonly practice: string;
  tell(isStarted: boolean): void;
}

/** Where the reader stands, once something runs. */
export default function Standing({ practice, tell }: Props): ReactNode {
  const reader = readerOf(practice);
  const isStarted = useReader(reader, ({ phase }) => phase !== 'closed' && phase !== 'broken');
  useEffect(() => tell(isStarted), [tell, isStarted]);
  if (!isStarted) return null;
  return <StandingBar reader={reader} />;
}
