import type { Props } from '@theme/Root';
import type { ReactNode } from 'react';
import { LanguageHint } from '../../components/LanguageHint/index.tsx';
import { NewVersion } from '../../components/NewVersion/index.tsx';

/** Around all pages: what is offered whatever is read. */
export default function Root({ children }: Props): ReactNode {
  return (
    <>
      {children}
      <LanguageHint />
      <NewVersion />
    </>
  );
}
