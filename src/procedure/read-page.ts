import type { Root } from 'mdast';
import { type Extraction, type ExtractOptions, extractPage } from './extract.ts';
import { mdxProblem } from './mdx-problem.ts';
import { parseMarkdown, parsePage, parseWithoutMdx } from './parse-mdx.ts';
import { inReadingOrder } from './problems.ts';
import type { PageIdentity, Problem } from './types.ts';

/** Reads a page from its source. Never throws: whatever is wrong comes back as problems, all of them at once. */
export function readPage(source: string, identity: PageIdentity, options: ExtractOptions = {}): Extraction {
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
