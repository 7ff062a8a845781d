import { doubt } from '../doubts.ts';
import { readLabel } from '../labels.ts';
import { admonitionType } from '../markup/admonitions.ts';
import { escapeMdx, escapeStatement } from '../markup/escape.ts';
import type { Block, Document } from '../types.ts';
import {
  dedent,
  indentedFrom,
  indentOf,
  isBlank,
  type Line,
  linesOf,
  placeOf,
  texts,
  trimBlank,
} from './lines.ts';

/** Blocks that begin at a line, and the index of the line after them; undefined: not mine. */
type Reader = (lines: readonly Line[], index: number, context: Context) => Read | undefined;
interface Read {
  readonly blocks: readonly Block[];
  readonly next: number;
}
interface Context {
  readonly indent: string;
  /** What the blocks before say: an indented line in a list is no code. */
  readonly inList: boolean;
}

/** In the order in which they are asked. */
const readers: readonly Reader[] = [
  fence,
  htmlComment,
  container,
  mkdocsAdmonition,
  quote,
  atxHeading,
  setextHeading,
  indentedCode,
  label,
  paragraph,
];

/** Reads Markdown of any flavour: CommonMark, GitHub's, Qiita's, Zenn's, MkDocs'. */
export function readMarkdown(text: string): Document {
  const lines = linesOf(text);
  const end =
    lines[0]?.text.trim() === '---'
      ? lines.findIndex(({ text }, index) => index > 0 && /^---\s*$/.test(text))
      : -1;
  const frontMatter = end > 0 ? texts(lines.slice(1, end)) : undefined;
  return { frontMatter, blocks: readBlocks(end > 0 ? lines.slice(end + 1) : lines, '') };
}

function readBlocks(lines: readonly Line[], indent: string): Block[] {
  const blocks: Block[] = [];
  let inList = false;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (!line || isBlank(line)) {
      index += 1;
      continue;
    }
    if (indentOf(line.text) === 0) inList = LIST_ITEM.test(line.text);
    let read: Read | undefined;
    for (const reader of readers) {
      read = reader(lines, index, { indent, inList });
      if (read) break;
    }
    if (!read) break;
    blocks.push(...read.blocks);
    index = read.next;
  }
  return blocks;
}

const LIST_ITEM = /^\s*(?:[-*+]|\d+[.)])\s/;
const FENCE = /^([ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})(.*)$/;

function fence(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const opening = lines[index];
  const [, before = '', marker = '', info = ''] = FENCE.exec(opening?.text ?? '') ?? [];
  if (!opening || !marker || (marker.startsWith('`') && info.includes('`'))) return undefined;
  const isEnd = ({ text }: Line) => text.trim().startsWith(marker) && /^(`+|~+)$/.test(text.trim());
  const end = lines.findIndex((line, at) => at > index && isEnd(line));
  const body = end === -1 ? trimBlank(lines.slice(index + 1)) : lines.slice(index + 1, end);
  // Stripped by the indentation of the fence, as Markdown does it.
  const stripped = body.map(({ text }) =>
    text.slice(Math.min(before.length, /^[ \t]*/.exec(text)?.[0].length ?? 0)),
  );
  const own = indent + before.replace(/\S/g, ' ');
  const place = { line: opening.number + 1, endLine: body.at(-1)?.number ?? opening.number + 1, indent: own };
  const blocks: Block[] = [{ ...place, kind: 'code', body: stripped, ...readInfo(info.trim()) }];
  if (before.trim()) blocks.unshift({ ...place, indent, kind: 'prose', lines: [before.trimEnd()] });
  if (end === -1)
    blocks.push(
      doubt(
        place,
        'A fence is not closed: all that follows was taken for its content.',
        'Close it where it ends, and import again.',
      ),
    );
  return { blocks, next: end === -1 ? lines.length : end + 1 };
}

/** `bash`, `bash:結果`, `bash title="x"`, `{.bash caption="x"}`, `json result`. */
function readInfo(info: string): { lang?: string; title?: string } {
  const title = /(?:title|caption|filename)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(info);
  const [, lang = '', after] = /^\{?\.?([\w+#-]*)(?::(\S.*?))?(?:[\s,{}]|$)/.exec(info) ?? [];
  return {
    lang: lang.toLowerCase() || undefined,
    title: title?.[1] ?? title?.[2] ?? title?.[3] ?? after?.trim(),
  };
}

function htmlComment(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  if (!/^\s*<!--/.test(lines[index]?.text ?? '')) return undefined;
  const end = lines.findIndex(({ text }, at) => at >= index && /-->\s*$/.test(text));
  if (end === -1) return undefined;
  const inside = lines.slice(index, end + 1);
  const comment = texts(inside)
    .join('\n')
    .replace(/^\s*<!--|-->\s*$/g, '')
    .replaceAll('*/', '* /');
  return {
    blocks: [{ ...placeOf(inside, indent), kind: 'prose', lines: `{/*${comment}*/}`.split('\n') }],
    next: end + 1,
  };
}

/** `:::note 題名`, `:::message alert`, `:::details 題名`. */
function container(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const [, before = '', marker = '', name = '', rest = ''] =
    /^([ \t]*)(:{3,})\s*([\w-]+)(?:\[([^\]]*)\]|\s+.*)?\s*$/.exec(lines[index]?.text ?? '') ?? [];
  if (!marker) return undefined;
  const end = lines.findIndex(({ text }, at) => at > index && text.trim() === marker);
  if (end === -1) return undefined;
  const words = (lines[index]?.text ?? '').trim().slice(marker.length).trim().slice(name.length).trim();
  const kind = admonitionType(words.split(/\s/)[0] ?? '') ?? admonitionType(name) ?? 'note';
  const title = rest || (admonitionType(words) ? '' : words.replace(/^\[|\]$/g, ''));
  const own = indent + before;
  return {
    blocks: [
      {
        ...placeOf(lines.slice(index, end + 1), own),
        kind: 'admonition',
        type: kind,
        title: escapeMdx(title),
        blocks: readBlocks(dedent(lines.slice(index + 1, end)), own),
      },
    ],
    next: end + 1,
  };
}

/** `!!! note "題名"`, its content indented. */
function mkdocsAdmonition(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const opening = lines[index];
  const [, before = '', name = '', title = ''] =
    /^([ \t]*)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"([^"]*)")?\s*$/.exec(opening?.text ?? '') ?? [];
  if (!opening || !name) return undefined;
  const body = indentedFrom(lines, index + 1, before.length + 2);
  const own = indent + before;
  return {
    blocks: [
      {
        ...placeOf([opening, ...body], own),
        kind: 'admonition',
        type: admonitionType(name) ?? 'note',
        title: escapeMdx(title),
        blocks: readBlocks(dedent(body), own),
      },
    ],
    next: index + 1 + body.length,
  };
}

function quote(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const isQuoted = (line?: Line) => /^\s*>/.test(line?.text ?? '');
  if (!isQuoted(lines[index])) return undefined;
  let end = index;
  while (isQuoted(lines[end])) end += 1;
  const before = /^\s*/.exec(lines[index]?.text ?? '')?.[0] ?? '';
  const inside = lines.slice(index, end).map((line) => ({ ...line, text: line.text.replace(/^\s*> ?/, '') }));
  const [first, ...others] = inside;
  const [, alert, bold, colon, rest = ''] =
    /^\s*(?:\[!(\w+)\]|\*\*(.+?)\*\*[:：]?|([^\s:：]{1,6})[:：])\s*(.*)$/.exec(first?.text ?? '') ?? [];
  const type = admonitionType(alert ?? bold?.replace(/[:：]$/, '') ?? colon ?? '');
  const place = placeOf(inside, indent + before);
  if (first && type) {
    const blocks = readBlocks([{ ...first, text: rest }, ...others], indent + before);
    return { blocks: [{ ...place, kind: 'admonition', type, title: '', blocks }], next: end };
  }
  return {
    blocks: [{ ...place, kind: 'quote', blocks: readBlocks(inside, `${indent}${before}> `) }],
    next: end,
  };
}

function atxHeading(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const line = lines[index];
  const [, marks = '', written = ''] =
    /^ {0,3}(#{1,6})[ \t\u3000]+(.*?)(?:\s+#+)?\s*$/.exec(line?.text ?? '') ?? [];
  return line && marks
    ? { blocks: [heading([line], written, marks.length, indent)], next: index + 1 }
    : undefined;
}

function setextHeading(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const [line, under] = [lines[index], lines[index + 1]];
  const marks = /^ {0,3}(=+|-+)\s*$/.exec(under?.text ?? '')?.[1];
  if (!line || !under || !marks || marks.length < 2 || LIST_ITEM.test(line.text) || line.text.includes('|'))
    return undefined;
  return {
    blocks: [heading([line, under], line.text.trim(), marks.startsWith('=') ? 1 : 2, indent)],
    next: index + 2,
  };
}

function heading(lines: readonly Line[], written: string, depth: number, indent: string): Block {
  const [, text = written, anchor] = /^(.*?)\s*\{(?:\/\*\s*)?#([\w-]+)(?:\s*\*\/)?\}$/.exec(written) ?? [];
  return { ...placeOf(lines, indent), kind: 'heading', text: escapeMdx(text), depth, anchor };
}

/** Four spaces after a blank line: MDX knows no such code. */
function indentedCode(lines: readonly Line[], index: number, { indent, inList }: Context): Read | undefined {
  const before = lines[index - 1];
  if (inList || (before && !isBlank(before)) || indentOf(lines[index]?.text ?? '') < 4) return undefined;
  const body = trimBlank(indentedFrom(lines, index, 4));
  return {
    blocks: [{ ...placeOf(body, indent), kind: 'code', body: texts(dedent(body)) }],
    next: index + body.length,
  };
}

function label(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const line = lines[index];
  const found = line && readLabel(line.text);
  if (!line || !found) return undefined;
  const place = placeOf([line], indent);
  const after = /^`([^`]+)`$/.exec(found.rest)?.[1];
  if (found.rest && after === undefined) return undefined;
  const blocks: Block[] = [{ ...place, kind: 'label', role: found.role, text: escapeMdx(line.text.trim()) }];
  if (after !== undefined) blocks.push({ ...place, kind: 'code', body: [after] });
  return { blocks, next: index + 1 };
}

/** Up to a blank line, or to what may begin without one. Lists and tables stay as they are written. */
function paragraph(lines: readonly Line[], index: number, context: Context): Read {
  let end = index + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line || isBlank(line)) break;
    const interrupts = [fence, container, quote, atxHeading, label].some((reader) =>
      reader(lines, end, context),
    );
    if (interrupts || /^\s*<!--/.test(line.text)) break;
  }
  const own = lines.slice(index, end);
  const place = placeOf(own, context.indent);
  const blocks: Block[] = [
    {
      ...place,
      kind: 'prose',
      lines: own.map(({ text }, at) => escapeStatement(escapeMdx(keepMarkdown(text)), at === 0)),
    },
  ];
  const tag = own.find(({ text }) =>
    /(?<!\\)<\/?[A-Za-z][^>]*>/.test(text.replace(/`[^`]*`|<https?:[^>]*>|<br\s*\/?>/gi, '')),
  );
  if (tag) {
    const message = 'HTML was kept as text: a page is MDX, where HTML must be closed like XML.';
    blocks.push(
      doubt({ ...place, line: tag.number, endLine: tag.number }, message, 'Write it in Markdown, or as JSX.'),
    );
  }
  return { blocks, next: end };
}

/** Spaces of Japanese text editors after a bullet are spaces to their writers. */
const keepMarkdown = (text: string) =>
  text.replace(/^(\s*(?:[-*+]|\d+[.)]))\u3000/, '$1 ').replace(/^(\s*)(?=:::)/, '$1\\');
