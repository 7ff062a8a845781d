import type { SourceFormat } from './types.ts';

const BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  md: 'markdown',
  mdx: 'markdown',
  markdown: 'markdown',
  rst: 'rest',
  rest: 'rest',
};
const FENCE = /^[ \t]*(?:```|~~~)/m;
const ATX_HEADING = /^#{1,6} \S/gm;
const DIRECTIVE = /^[ \t]*\.\. [\w-]+::/m;
const LITERAL = /::\n\n+[ \t]+\S/;
const UNDERLINED = /^\S.*\n([=\-~^"'#*+])\1{3,}\n/m;

/** By the file's name where it tells, else by the marks that only one of them has. */
export function findFormat(source: string, file = ''): SourceFormat {
  const text = source.replace(/\r\n?/g, '\n');
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
  if (named) return named;
  if (FENCE.test(text)) return 'markdown';
  if (DIRECTIVE.test(text) || LITERAL.test(text)) return 'rest';
  // One `# ` may be a comment of a script that was copied with the text.
  if ((text.match(ATX_HEADING) ?? []).length > 1 && !/^[ \t]*\$ /m.test(text)) return 'markdown';
  return UNDERLINED.test(text) ? 'rest' : 'plain';
}

const ASCIIDOC = [
  /^={1,5} \S/m,
  /^\[source\b[^\]\n]*\]$/m,
  /^:[\w-]+:(?: .*)?$/m,
  /^(?:NOTE|TIP|WARNING): /m,
];

/**
 * Says what to do with a text in a format that is not read; undefined where it is read.
 *
 * @example unreadFormat("import X from './x';\n\n<X />", 'a.mdx') // 'This is MDX, ...'
 */
export function unreadFormat(source: string, file: string): string | undefined {
  const text = source.replace(/\r\n?/g, '\n');
  if (/\.mdx$/i.test(file) && /^(?:import\s.+\sfrom\s|export\s)|^<[A-Z]\w*/m.test(text))
    return 'This is MDX, as a page is: copy it below docs/, give its code blocks their roles, and run tejun doctest.';
  const isAsciiDoc =
    /\.(?:adoc|asciidoc)$/i.test(file) || ASCIIDOC.filter((sign) => sign.test(text)).length > 1;
  if (isAsciiDoc && !/^(?:```|~~~)/m.test(text))
    return 'This looks like AsciiDoc, which is not read: convert it to Markdown first, as with pandoc or downdoc.';
  return undefined;
}
