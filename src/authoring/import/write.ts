import { stringify } from 'yaml';
import { isJsonTree } from '../../procedure/json/index.ts';
import { anchorFor } from './sections.ts';
import type { ImportedItem } from './types.ts';

/** A page with, for each of its lines, the item that it came from. */
export interface Written {
  readonly mdx: string;
  /** By line of `mdx`, from 0; undefined for front matter and blank lines. */
  readonly origins: readonly (ImportedItem | undefined)[];
}

interface Page {
  readonly title?: string;
  readonly frontMatter?: readonly string[];
  readonly items: readonly ImportedItem[];
}

export function writePage({ title, frontMatter = [], items }: Page): Written {
  const head = [
    ...(title === undefined ? [] : stringify({ title }, { lineWidth: 0 }).trimEnd().split('\n')),
    ...frontMatter,
  ];
  const lines = head.length > 0 ? ['---', ...head, '---', ''] : [];
  const origins: (ImportedItem | undefined)[] = lines.map(() => undefined);
  const anchors = new Set<string>();
  const numbers = new Map<string, number>();
  let headings = 0;
  const anchorOf = (text: string, given?: string) => {
    headings += 1;
    const base = given ?? anchorFor(text, headings);
    let anchor = base;
    let number = numbers.get(base) ?? 1;
    for (; anchors.has(anchor); anchor = `${base}-${number}`) number += 1;
    numbers.set(base, number);
    anchors.add(anchor);
    return anchor;
  };
  const add = (item: ImportedItem, own: readonly string[], blankLine: string) => {
    for (const line of own) {
      lines.push(line);
      origins.push(item);
    }
    lines.push(blankLine);
    origins.push(undefined);
  };
  const write = (item: ImportedItem) => {
    const blank = item.indent.trimEnd();
    if (item.kind !== 'container') {
      const own = linesOf(item, anchorOf).map((line) => (item.indent + line).replace(/^\s+$/, ''));
      add(item, own, blank);
      return;
    }
    const marker = markerOf(item);
    if (item.name !== undefined) add(item, [item.indent + marker + item.name], blank);
    for (const inside of item.items) write(inside);
    if (item.name !== undefined) add(item, [item.indent + marker], blank);
    // A quote ends with its last line that says something.
    else lines[lines.length - 1] = '';
  };
  for (const item of items) write(item);
  return { mdx: `${lines.join('\n').trimEnd()}\n`, origins };
}

/** One colon more than any line inside that would close it, in a fence or not. */
function markerOf(item: ImportedItem): string {
  if (item.kind === 'container') {
    const longest = longestMark(item.items.map(markerOf), /^(:+)/);
    return ':'.repeat(item.name === undefined ? longest : longest + 1);
  }
  const own = 'body' in item ? item.body : item.kind === 'prose' ? item.lines : [];
  return ':'.repeat(longestMark(own, /^\s*(:{3,})\s*$/));
}

/** Of what may be more lines than a call takes arguments. */
const longestMark = (lines: readonly string[], mark: RegExp): number =>
  lines.reduce((longest, line) => Math.max(longest, mark.exec(line)?.[1]?.length ?? 0), 2);

type Leaf = Exclude<ImportedItem, { kind: 'container' }>;

function linesOf(item: Leaf, anchorOf: (text: string, given?: string) => string): readonly string[] {
  switch (item.kind) {
    case 'heading':
      return [`${'#'.repeat(item.depth)} ${item.text} {/* #${anchorOf(item.text, item.anchor)} */}`];
    case 'prose':
      return item.lines;
    case 'doubt':
      return [
        `{/* import: line ${item.line}: ${item.message} ${item.fix} */}`.replace(/\*\/(?!\}$)/g, '* /'),
      ];
    case 'elapse':
      return [`<Elapse duration="${item.duration}" />`];
    case 'step':
      return fence(`bash ${item.role}`, item.body, item.title);
    case 'result':
      return fence(isJsonTree(item.body.join('\n')) ? 'json result' : 'text result', item.body, item.title);
    case 'fence':
      return fence(item.lang, item.body, item.title);
  }
}

function fence(info: string, body: readonly string[], title?: string): string[] {
  const marker = '`'.repeat(longestMark(body, /^\s*(`+)/) + 1);
  const shown = title ? ` title="${title.replace(/["`{}]/g, "'")}"` : '';
  return [`${marker}${info}${shown}`, ...body, marker];
}
