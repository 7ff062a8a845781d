import { say } from '../language/say.ts';

/** Error of the MDX parser (a VFileMessage), as far as its words go. */
export interface MdxFault {
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
export function mdxReason(reason: string): string {
  for (const [pattern, words] of reasons) {
    const found = pattern.exec(reason);
    if (found) return words(found);
  }
  return reason.replace(/\.$/, '');
}

/** Advises the writer, by the part of the parser that failed. */
export function mdxFix({ reason, source }: MdxFault): string {
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
