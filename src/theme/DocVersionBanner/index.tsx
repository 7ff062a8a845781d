import type { Props } from '@theme/DocVersionBanner';
import DocVersionBanner from '@theme-original/DocVersionBanner';
import type { ReactNode } from 'react';
import { TranslationBanner } from '../../components/TranslationBanner/index.tsx';

/** Above a page: whether it is what the source says. */
export default function Banners(props: Props): ReactNode {
  return (
    <>
      <DocVersionBanner {...props} />
      <TranslationBanner />
    </>
  );
}
