import { withoutFences } from './without-fences.ts';

/** Text after the heading with this anchor, to the next heading. */
const SECTION = /^#+ .*\{\/\* #practice \*\/\}\n([\s\S]*?)(?=^#|(?![\s\S]))/m;

/**
 * Finds what readers can do after a course: the numbered list of its overview below the heading `#practice`.
 *
 * @param overview text of the overview
 * @returns the entries as plain text; none where the overview has no such list
 */
export function goalsOf(overview: string): string[] {
  const section = SECTION.exec(withoutFences(overview))?.[1] ?? '';
  return [...section.matchAll(/^\d+\. (.*(?:\n {2,}\S.*)*)/gm)].map(([, entry = '']) => plainText(entry));
}

/** Markdown of a paragraph as plain text, in one line. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
