import type { ReactNode } from 'react';
import { TranslationBanner } from '../../components/TranslationBanner/index.tsx';

/** Above a page: whether it is what the source says. In place of Docusaurus's, which tells of versions: there is one. */
export default function Banners(): ReactNode {
  return <TranslationBanner />;
}
