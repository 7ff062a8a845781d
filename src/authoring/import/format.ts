import type { SourceFormat } from './types.ts';

const BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  rst: 'rest',
  rest: 'rest',
};
const FENCE = /^\s*(?:```|~~~)/m;
const ATX_HEADING = /^#{1,6} \S/gm;
const DIRECTIVE = /^\s*\.\. [\w-]+::/m;
const LITERAL = /::\n\n+[ \t]+\S/;
const UNDERLINED = /^\S.*\n([=\-~^"'#*+])\1{3,}\n/m;

/** By the file's name where it tells, else by the marks that only one of them has. */
export function findFormat(text: string, file = ''): SourceFormat {
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  if (named) return named;
  if (FENCE.test(text)) return 'markdown';
  if (DIRECTIVE.test(text) || LITERAL.test(text)) return 'rest';
  // One `# ` may be a comment of a script that was copied with the text.
  if ((text.match(ATX_HEADING) ?? []).length > 1 && !/^\s*\$ /m.test(text)) return 'markdown';
  return UNDERLINED.test(text) ? 'rest' : 'plain';
}
