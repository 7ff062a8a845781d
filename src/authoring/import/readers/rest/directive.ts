import { doubt } from '../../items.ts';
import { admonitionType, restInline } from '../../markup.ts';
import type { SourceBlock } from '../../types.ts';
import {
  dedent,
  indentedFrom,
  indentOf,
  isBlank,
  positionOf,
  type SourceLine,
  texts,
  trimBlank,
} from '../source-lines.ts';
import { listTable } from './grid-table.ts';
import type { Read, RestContext } from './types.ts';

const DIRECTIVE = /^(\s*)\.\. (?:\|[^|]+\| )?([\w:-]+)::(?:\s+(.*))?$/;
const CODE = new Set(['code-block', 'code', 'sourcecode', 'prompt', 'parsed-literal', 'terminal']);
/** They say something to Sphinx, and nothing to readers. */
const SILENT = new Set([
  'contents',
  'toctree',
  'index',
  'highlight',
  'meta',
  'sectnum',
  'sectionauthor',
  'default-role',
  'role',
]);

interface Directive {
  readonly name: string;
  readonly argument: string;
  readonly options: ReadonlyMap<string, string>;
  readonly content: readonly SourceLine[];
  /** All of it. */
  readonly lines: readonly SourceLine[];
  readonly context: RestContext;
}

export const isDirective = ({ text }: SourceLine): boolean => DIRECTIVE.test(text);

/** `.. name:: argument`, its options and its indented content. */
export function readDirective(
  lines: readonly SourceLine[],
  index: number,
  outer: RestContext,
): Read | undefined {
  const opening = lines[index];
  const [, before = '', name = '', argument = ''] = DIRECTIVE.exec(opening?.text ?? '') ?? [];
  if (!opening || !name) return undefined;
  const inside = indentedFrom(lines, index + 1, indentOf(opening.text) + 1);
  const options = new Map<string, string>();
  let first = 0;
  for (; first < inside.length; first += 1) {
    const [, key, value = ''] = /^\s*:([\w-]+):\s*(.*)$/.exec(inside[first]?.text ?? '') ?? [];
    if (key === undefined || options.has(key)) break;
    options.set(key, value);
  }
  const context = { ...outer, indent: outer.indent + before };
  const content = trimBlank(dedent(inside.slice(first)));
  const whole = {
    name: name.toLowerCase(),
    argument: argument.trim(),
    options,
    content,
    lines: [opening, ...inside],
    context,
  };
  return { blocks: blocksOf(whole), next: index + 1 + inside.length };
}

function blocksOf(whole: Directive): SourceBlock[] {
  const { name, argument, options, content, lines, context } = whole;
  const place = positionOf(lines, context.indent);
  if (CODE.has(name)) {
    const title = options.get('caption') ?? options.get('name');
    const body = name === 'prompt' ? asPrompted(content, argument) : texts(content);
    const lang = name === 'prompt' ? 'console' : argument.toLowerCase() || undefined;
    return [...unusedOptions(whole, ['caption', 'name']), { ...place, kind: 'code', body, lang, title }];
  }
  if (name === 'image' || name === 'figure') return image(whole);
  if (name === 'list-table') {
    const table = listTable(content, place, restInline(argument).text);
    return table ? [...unusedOptions(whole, ['header-rows']), ...table] : kept(whole);
  }
  const type = admonitionType(name);
  if (type) return [...unusedOptions(whole, []), admonition(whole, type)];
  if (name === 'rubric') return [{ ...place, kind: 'prose', lines: [`**${restInline(argument).text}**`] }];
  return kept(whole);
}

/** Options say how Sphinx shows a block. */
function unusedOptions({ name, options, lines, context }: Directive, used: readonly string[]): SourceBlock[] {
  const unused = [...options.keys()].filter((key) => !used.includes(key));
  if (unused.length === 0) return [];
  const place = positionOf(lines.slice(1, 1 + options.size), context.indent);
  const message = `The directive "${name}" was carried over without its options (${unused.join(', ')}).`;
  return [doubt(place, message, 'Nothing need be done, unless readers need what they said.')];
}

/** sphinx-prompt: every line of the content is a command. */
const asPrompted = (content: readonly SourceLine[], argument: string) =>
  content.map(({ text }) => (/\$\s*$/.test(argument) || !/^\s*\$ /.test(text) ? `$ ${text}` : text));

function admonition({ name, argument, content, lines, context }: Directive, type: string): SourceBlock {
  const hasTitle = name === 'admonition';
  const first = lines[0];
  // A blank line between argument and content makes two paragraphs of them.
  const isApart = first && content[0] && content[0].number > first.number + 1;
  const gap = isApart ? [{ ...first, text: '' }] : [];
  const own = argument && !hasTitle && first ? [{ ...first, text: argument }, ...gap, ...content] : content;
  return {
    ...positionOf(lines, context.indent),
    kind: 'admonition',
    type,
    title: hasTitle ? restInline(argument).text : '',
    blocks: context.readBlocks(own, context),
  };
}

function image({ argument, options, content, lines, context }: Directive): SourceBlock[] {
  const place = positionOf(lines, context.indent);
  const rest = [...options.keys()].filter((key) => key !== 'alt');
  const missing = 'Put the file beside the page, and write what the picture shows as its text.';
  return [
    {
      ...place,
      kind: 'prose',
      lines: [`![${restInline(options.get('alt') ?? '').text}](./${argument.replace(/^\.?\//, '')})`],
    },
    ...context.readBlocks(content, context),
    rest.length > 0
      ? doubt(place, `The picture ${argument} was kept without its options (${rest.join(', ')}).`, missing)
      : doubt(place, `The picture ${argument} is not there yet.`, missing),
  ];
}

/** As a text that is shown as it was written: nothing is lost, and the writer is told. */
function kept({ name, lines, context }: Directive): SourceBlock[] {
  const place = positionOf(lines, context.indent);
  const own = lines.filter((line, index) => index > 0 || !isBlank(line));
  const message = SILENT.has(name)
    ? `The directive "${name}" says something to Sphinx only, and was kept as text.`
    : `The directive "${name}" has no counterpart, and was kept as text.`;
  const fix = SILENT.has(name) ? 'Remove it: the site makes its own.' : 'Write it in Markdown, or remove it.';
  return [doubt(place, message, fix), { ...place, kind: 'code', lang: 'rst', body: texts(dedent(own)) }];
}
