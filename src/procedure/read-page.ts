import type { Root } from 'mdast';
import { type Extraction, type ExtractOptions, extractPage } from './extract.ts';
import { hardToParse } from './hard-to-parse.ts';
import { type MdxFault, mdxFix, mdxReason } from './mdx-reason.ts';
import { parseMarkdown, parsePage, parseWithoutMdx } from './parse-mdx.ts';
import { inReadingOrder, problemAt } from './problems.ts';
import type { PageIdentity, Problem } from './types.ts';

/** Reads a page from its source. Never throws: whatever is wrong comes back as problems, all of them at once. */
export function readPage(source: string, identity: PageIdentity, options: ExtractOptions = {}): Extraction {
  const tooLong = hardToParse(source, identity.file);
  if (tooLong) return { problems: [tooLong], warnings: [] };
  const parsed = parse(source, identity.file);
  if ('tree' in parsed) return extractPage(parsed.tree, source, identity, options);
  const { problems, warnings } = extractPage(parseWithoutMdx(source), source, identity, options);
  return { problems: inReadingOrder([parsed.problem, ...problems]), warnings };
}

function parse(source: string, file: string): { tree: Root } | { problem: Problem } {
  try {
    return { tree: file.endsWith('.md') ? parseMarkdown(source) : parsePage(source) };
  } catch (error) {
    const problem = mdxProblem(error, file);
    if (problem) return { problem };
    throw error;
  }
}

/** Error of the MDX parser with its place. */
interface SyntaxFault extends MdxFault {
  readonly line?: number;
  readonly column?: number;
}

/** The parser's error as a problem; undefined when the error is of another kind. */
export function mdxProblem(error: unknown, file: string): Problem | undefined {
  if (!isSyntaxFault(error)) return undefined;
  return problemAt(file, placeOf(error), 'mdx-syntax', mdxReason(error.reason), mdxFix(error));
}

function isSyntaxFault(error: unknown): error is SyntaxFault {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string';
}

/** Finds the start of the unclosed tag, which is only in the text: "... closing tag for `<Tabs>` (5:1-5:7)". */
function placeOf({ reason, line, column }: SyntaxFault): { line: number; column: number } {
  const opened = /^Expected (?:a|the) closing tag for `[^`]+` \((\d+):(\d+)-|$/.exec(reason);
  if (opened?.[1]) return { line: Number(opened[1]), column: Number(opened[2]) };
  return { line: line ?? 1, column: column ?? 1 };
}
