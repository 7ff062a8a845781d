import type { Props } from '@theme/DocItem/Content';
import DocItemContent from '@theme-original/DocItem/Content';
import type { ReactNode } from 'react';
import { CourseEnd } from '../../../components/CourseEnd/index.tsx';
import { useAnnouncedPage } from '../../../components/Practice/page-info.ts';
import { PracticeBar } from '../../../components/PracticeBar/index.tsx';
import { RecordedFrom } from '../../../components/RecordedFrom/index.tsx';
import { TrustBadge } from '../../../components/TrustBadge/index.tsx';
import { Variables } from '../../../components/Variables/index.tsx';

/** Below a page's title: how far it can be relied on, and how far its reader is. */
export default function ProcedureContent({ children }: Props): ReactNode {
  useAnnouncedPage();
  return (
    <DocItemContent>
      <TrustBadge />
      <RecordedFrom />
      <PracticeBar />
      <Variables />
      {children}
      <CourseEnd />
    </DocItemContent>
  );
}
