import type { Code, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseInfo, parsePage } from '../../../../src/procedure/index.ts';
import { formatDuration } from '../../../../src/site/duration.ts';
import type { Words } from './llms.ts';

export interface Conversion {
  readonly title: string;
  readonly locale: string;
  readonly words: Words;
  /** Address of the page that a relative link leads to. */
  link(target: string): string | undefined;
  /** Address of a picture that stands in the page's folder. */
  picture(target: string): string | undefined;
}

/**
 * A page as its readers see it, in plain Markdown: its title, captions over what is run and what is only shown, nothing
 * that runs unseen, no MDX. All else is the writer's text, character by character.
 */
export function readerMarkdown(source: string, conversion: Conversion): string {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const plain = rewrite(text, (node) => replacementsOf(node, text, conversion));
  // Last, for it touches every line: also those that stand in an admonition since.
  const quoted = rewrite(plain, (node) =>
    node.type === 'containerDirective' ? admonition(node, plain, conversion.words) : [],
  );
  const body = quoted.replace(/\n{3,}/g, '\n\n');
  return `# ${conversion.title}\n\n${body.trim()}\n`;
}

function rewrite(text: string, replacementsFor: (node: Nodes) => readonly TextEdit[]): string {
  const replacements: TextEdit[] = [];
  visit(parsePage(text), (node) => {
    replacements.push(...replacementsFor(node));
  });
  return replaceSpans(text, replacements);
}

function replacementsOf(node: Nodes, text: string, conversion: Conversion): readonly TextEdit[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  switch (node.type) {
    case 'yaml':
      return [{ start, end, text: '' }];
    // Anchors of headings, and remarks of writers.
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return [{ start: text[start - 1] === ' ' ? start - 1 : start, end, text: '' }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.name === 'Elapse' ? [{ start, end, text: elapse(node, conversion) }] : [];
    case 'code':
      return fence(node, text, start, end, conversion.words);
    case 'link':
      return otherAddress(node.url, addressOf(node.url, conversion), text, end);
    case 'image':
      return otherAddress(node.url, conversion.picture(node.url), text, end);
    default:
      return [];
  }
}

function elapse(
  { attributes }: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>,
  { locale, words }: Conversion,
): string {
  const duration = attributes.find((attribute) => 'name' in attribute && attribute.name === 'duration');
  return `*${words.elapse.replace('{time}', formatDuration(String(duration?.value), locale))}*`;
}

/** The first line of a fence: role and attributes become a caption above it. */
function fence(node: Code, text: string, start: number, end: number, words: Words): readonly TextEdit[] {
  const lang = node.lang ?? '';
  const { words: roles, attributes } = parseInfo(lang, node.meta ?? '');
  if (roles.includes('setup') || roles.includes('cleanup')) return [{ start, end, text: '' }];
  const role = (['env', 'check', 'command', 'result'] as const).find((one) => roles.includes(one));
  const file = attributes.find(({ key }) => key === 'file')?.value;
  if (!role && file === undefined) return [];
  const caption = role ? words[role] : words.file.replace('{name}', `\`${file}\``);
  const marker = /^[`~]+/.exec(text.slice(start, end))?.[0] ?? '```';
  const indent = text.slice(text.lastIndexOf('\n', start) + 1, start).replace(/[^\s>]/g, ' ');
  const lineEnd = text.indexOf('\n', start);
  return [{ start, end: lineEnd, text: `${caption}\n${indent.trimEnd()}\n${indent}${marker}${lang}` }];
}

/** Replaces the address at the end of a link or a picture. */
function otherAddress(url: string, address: string | undefined, text: string, end: number): TextEdit[] {
  const start = text.lastIndexOf(url, end);
  return address ? [{ start, end: start + url.length, text: address }] : [];
}

function addressOf(url: string, { link }: Conversion): string | undefined {
  const [target = '', anchor] = url.split('#');
  const address = link(target);
  return address && anchor ? `${address}#${anchor}` : address;
}

/** `:::note[Title] ... :::` becomes a quotation that begins with its title. */
function admonition(
  node: Extract<Nodes, { type: 'containerDirective' }>,
  text: string,
  words: Words,
): TextEdit[] {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  const label = /^:+\w+\[(?<title>.*)\]/.exec(text.slice(start.offset, text.indexOf('\n', start.offset)));
  const title = label?.groups?.title ?? words.admonition(node.name);
  const firstEnd = text.indexOf('\n', start.offset);
  const lastStart = text.lastIndexOf('\n', end.offset - 1) + 1;
  const quoted: TextEdit[] = [{ start: start.offset, end: firstEnd, text: `> **${title}**` }];
  for (let at = firstEnd + 1; at < lastStart; at = text.indexOf('\n', at) + 1) {
    quoted.push({ start: at, end: at, text: text[at] === '\n' ? '>' : '> ' });
  }
  // An empty line before the end goes with it.
  const last = quoted.at(-1);
  if (last?.text === '>') quoted.pop();
  const bodyEnd = last?.text === '>' ? last.start : lastStart;
  return [...quoted, { start: bodyEnd - 1, end: end.offset, text: '' }];
}

/** From `start` up to, not including, `end`, another text. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Spans may touch, and one that lies within an earlier one goes with it. */
function replaceSpans(source: string, replacements: readonly TextEdit[]): string {
  const ordered = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let result = '';
  for (const { start, end, text } of ordered) {
    if (start < at) continue;
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
