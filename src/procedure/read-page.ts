import type { Root } from 'mdast';
import { say } from '../language/say.ts';
import { type Extraction, type ExtractOptions, extractPage } from './extract.ts';
import { hardToParse } from './hard-to-parse.ts';
import { parseMarkdown, parsePage, parseWithoutMdx } from './parse-mdx.ts';
import { inReadingOrder, problemAt } from './problems.ts';
import { relocate } from './relocate.ts';
import type { PageIdentity, Problem } from './types.ts';

/** Reads a page from its source. Never throws: whatever is wrong comes back as problems, all of them at once. */
export function readPage(source: string, identity: PageIdentity, options: ExtractOptions = {}): Extraction {
  return relocate(readWhole(source, identity, options), source, identity.file);
}

function readWhole(source: string, identity: PageIdentity, options: ExtractOptions): Extraction {
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

/** Error of the MDX parser (a VFileMessage), as far as its words go. */
interface MdxFault {
  readonly reason: string;
  /** The part of the parser that failed. */
  readonly source?: string;
}

/** Words of the parser, and what they mean to a writer who may have meant no MDX at all. */
const reasons: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [
    /^Expected (?:a|the) closing tag (?:for )?`<?\/?([^`>]*)>?`/,
    ([, tag]) => say`<${tag}> is read as a tag, and is not closed`,
  ],
  [
    /^Unexpected closing tag `([^`]+)`, expected corresponding closing tag for `([^`]+)`/,
    ([, found, open]) => say`${found} stands where ${open} should be closed`,
  ],
  [/^Unexpected closing slash/, () => say`this tag closes what nothing has opened`],
  [/comment in MDX/, () => say`an HTML comment begins here`],
  [
    /^Unexpected character `(.+?)` \(U\+\w+\)/,
    ([, char]) => say`"<" begins a tag here, in which "${char}" cannot stand`,
  ],
  [/^Unexpected end of file in expression/, () => say`"{" is not closed`],
  [/^Could not parse import\/exports/, () => say`this import or export is no JavaScript`],
  [/^Could not parse expression/, () => say`what stands between "{" and "}" is no JavaScript`],
];

/** Says why a text is no MDX, without a full stop; in the parser's own words where ours are missing. */
function mdxReason(reason: string): string {
  for (const [pattern, words] of reasons) {
    const found = pattern.exec(reason);
    if (found) return words(found);
  }
  return reason.replace(/\.$/, '');
}

/** Advises the writer, by the part of the parser that failed. */
function mdxFix({ reason, source }: MdxFault): string {
  if (reason.includes('comment in MDX')) return say`Write a comment as {/* text */}.`;
  switch (source) {
    case 'mdast-util-mdx-jsx':
    case 'micromark-extension-mdx-jsx':
      return say`Close every tag that is opened; where no tag is meant, write "\\<" or put the text in backticks.`;
    case 'micromark-extension-mdxjs-esm':
      return say`A line that begins with "import" or "export" is JavaScript in MDX: correct it, or begin the line otherwise.`;
    default:
      return say`"{" begins an expression in MDX: where none is meant, write "\\{" or put the text in backticks.`;
  }
}
