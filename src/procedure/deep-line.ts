import { openFence } from './long-paragraph.ts';

/** No person nests deeper: each level takes from the stack of the parser. */
const DEEPEST_LINE = 20;
/** Sum of the squares of the depths of all lines: the time of the parser grows with it. */
const MOST_NESTED = 50_000;

/** Marks of lists and quotations at the beginning of a line, one in another, behind the indentation that others need. */
const MARKS = /^([ \t]*)((?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)+)/;
const MARK = />|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;
/** Least columns by which a list in a list is indented. */
const INDENTATION = 2;

/** Finds the first line outside of code (from 1) with which a text opens too many lists and quotations in one another. */
export function findDeepLine(text: string): { line: number; depth: number } | undefined {
  let [open, nested] = ['', 0];
  for (const [index, line] of text.split('\n').entries()) {
    const depth = open === '' ? depthOf(line) : 0;
    nested += depth ** 2;
    if (depth > DEEPEST_LINE || nested > MOST_NESTED) return { line: index + 1, depth };
    open = openFence(line, open);
  }
  return undefined;
}

/** A line of such marks alone, as `- - -`, is a rule; one of so many is refused, too. */
function depthOf(line: string): number {
  const [, indentation = '', marks = ''] = MARKS.exec(line) ?? [];
  return (marks.match(MARK)?.length ?? 0) + Math.floor(indentation.length / INDENTATION);
}
