/** Words for the reader in the front matter of a page. */
import { isScalar, parseDocument, Scalar, stringify } from 'yaml';
import type { Outline } from './outline.ts';
import type { Segment } from './segments.ts';

const WORDS = ['title', 'description', 'sidebar_label', 'pagination_label'];

/** Reads title, description, labels of the sidebar and of variables. */
export function readSettings(outline: Outline): Segment[] {
  const yaml = parseYaml(outline);
  if (!yaml) return [];
  const { document, start } = yaml;
  const labels = outline.frontMatter.variables.map(({ name }) => ['tejun', 'variables', name, 'label']);
  return [...WORDS.map((word) => [word]), ...labels].flatMap((path) => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
    const [from, to] = node.range;
    const text = node.value;
    return [
      { kind: 'setting', text, start: start + from, end: start + to, prefix: '', path: path.join('.') },
    ];
  });
}

/** The front matter with the offset in the page at which it starts: ranges of nodes count from there. */
export function parseYaml({ source, frontMatterSpan: span }: Outline) {
  if (!span) return undefined;
  const start = source.at(span.start.line + 1, 0).offset;
  // Of the same length: offsets stay.
  const yaml = source.text.slice(start, source.at(span.end.line, 0).offset).replace(/\r(?!\n)/g, '\n');
  return { document: parseDocument(yaml, { logLevel: 'silent' }), start };
}

/** A text as a scalar that stands in a block or in braces. */
export function scalarOf(text: string): string {
  const isPlain = /^[\p{L}\p{N}][^:#,[\]{}&*!|>'"%@`\n]*$/u.test(text) && text.trim() === text;
  const scalar = new Scalar(text);
  if (!isPlain) scalar.type = text.includes("'") ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return stringify(scalar, { lineWidth: 0 }).trimEnd();
}
