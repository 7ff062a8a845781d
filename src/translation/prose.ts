import { shortHash } from './blob.ts';
import type { Outline, Section } from './outline.ts';

/** White space says nothing: lines may be joined and split, also where Japanese has no spaces. */
const compact = (text: string): string => text.replace(/\s+/g, '');

export const sameProse = (a: Section, b: Section): boolean => compact(a.prose) === compact(b.prose);

/** The hash of a page's prose: code, white space and front matter do not change it. */
export function proseHash({ sections }: Outline): string {
  return shortHash(sections.map(({ prose }) => compact(prose)).join('\n'));
}
