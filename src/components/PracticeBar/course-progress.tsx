import type { ReactNode } from 'react';
import { usePageData } from '../Practice/page-info.ts';
import { Progress } from '../Progress/index.tsx';

/** How far the reader is in the course of the overview that is shown. */
export default function CourseProgress(): ReactNode {
  const pages = Object.keys(usePageData().pages);
  return pages.length > 0 ? <Progress pages={pages} onceBegun /> : null;
}
