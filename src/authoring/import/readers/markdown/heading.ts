import { escapeMdx } from '../../markup.ts';
import type { SourceBlock } from '../../types.ts';
import { positionOf, type SourceLine } from '../source-lines.ts';
import { LIST_ITEM, type MarkdownContext, type Read } from './types.ts';

export function readAtxHeading(
  lines: readonly SourceLine[],
  index: number,
  { indent }: MarkdownContext,
): Read | undefined {
  const line = lines[index];
  const [, marks = '', written = ''] = /^ {0,3}(#{1,6})(?=[ \t\u3000])(.*)$/.exec(line?.text ?? '') ?? [];
  const text = written.replace(/\s#+\s*$/, '').trim();
  return line && marks
    ? { blocks: [heading([line], text, marks.length, indent)], next: index + 1 }
    : undefined;
}

export function readSetextHeading(
  lines: readonly SourceLine[],
  index: number,
  { indent }: MarkdownContext,
): Read | undefined {
  const [line, under] = [lines[index], lines[index + 1]];
  const marks = /^ {0,3}(=+|-+)\s*$/.exec(under?.text ?? '')?.[1];
  if (!line || !under || !marks || marks.length < 2 || LIST_ITEM.test(line.text) || line.text.includes('|'))
    return undefined;
  return {
    blocks: [heading([line, under], line.text.trim(), marks.startsWith('=') ? 1 : 2, indent)],
    next: index + 2,
  };
}

function heading(lines: readonly SourceLine[], written: string, depth: number, indent: string): SourceBlock {
  const [, text = written, anchor] = /^(.*?)\s*\{(?:\/\*\s*)?#([\w-]+)(?:\s*\*\/)?\}$/.exec(written) ?? [];
  return { ...positionOf(lines, indent), kind: 'heading', text: escapeMdx(text), depth, anchor };
}
