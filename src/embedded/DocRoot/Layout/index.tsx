import type { Props } from '@theme/DocRoot/Layout';
import DocRootLayout from '@theme-init/DocRoot/Layout';
import type { ReactNode } from 'react';
import { Dock } from '../../../components/Dock/index.tsx';

/** Adds the terminal, which stays open from page to page. */
export default function ProcedureLayout(props: Props): ReactNode {
  return (
    <>
      <DocRootLayout {...props} />
      <Dock />
    </>
  );
}
