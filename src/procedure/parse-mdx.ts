import type { Html, Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const mdx = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .freeze();

const plainMarkdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .freeze();

/** Reads no tags and no expressions, and is otherwise as MDX: indented code and HTML do not exist. */
const markdown = unified()
  .use(remarkParse)
  .use(withoutHtml)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .freeze();

/** Parses a page's source. Throws a VFileMessage (reason, place) where it is not valid MDX. */
export function parsePage(source: string): Root {
  return mdx.parse(maskHeadingIds(source));
}

/** Parses plain Markdown (a file `.md`): HTML is HTML, and `<Elapse duration="15m" />` is the element. Never throws. */
export function parseMarkdown(source: string): Root {
  const tree = plainMarkdown.parse(maskHeadingIds(source));
  withElapse(tree);
  return tree;
}

/** Replaces HTML that is one `<Elapse ... />` by the element that MDX makes of it. */
function withElapse(parent: Nodes): void {
  if (!('children' in parent)) return;
  for (const [index, node] of parent.children.entries()) {
    const element = node.type === 'html' ? elapseOf(node) : undefined;
    if (element) (parent.children as Nodes[])[index] = element;
    else withElapse(node);
  }
}

function elapseOf({ value, position }: Html): Nodes | undefined {
  const [, name, attributes = ''] = /^<(elapse)\b([^>]*?)\/?>\s*(?:<\/elapse>\s*)?$/i.exec(value) ?? [];
  if (name === undefined) return undefined;
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: [...attributes.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g)].map(
      ([, key = '', double, single]) => ({
        type: 'mdxJsxAttribute',
        name: key,
        value: double ?? single ?? null,
      }),
    ),
    children: [],
    position,
  };
}

/** Parses what MDX refuses, so that one syntax error does not hide what else is wrong. Never throws. */
export function parseWithoutMdx(source: string): Root {
  return markdown.parse(maskHeadingIds(source));
}

function withoutHtml(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] } },
  ];
}

const HEADING_ID = /^(#{1,6}[ \t].*?)(\{#[^{}]*\})([ \t]*)$/;

/** Docusaurus's `## Title {#id}` is no MDX expression: blanks it out, and keeps every place in the source. */
function maskHeadingIds(source: string): string {
  if (!source.includes('{#')) return source;
  let open = '';
  return source.replace(/^.*$/gm, (line) => {
    const fence = /^[\s>]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (open) {
      if (fence?.startsWith(open) && line.trim().endsWith(fence)) open = '';
      return line;
    }
    if (fence) open = fence;
    return line.replace(HEADING_ID, (_, title, id, end) => title + ' '.repeat(id.length) + end);
  });
}
