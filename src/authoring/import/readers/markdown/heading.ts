import { escapeMdx } from '../../markup/escape.ts';
import type { Block } from '../../types.ts';
import { type Line, placeOf } from '../lines.ts';
import { type Context, LIST_ITEM, type Read } from './types.ts';

export function atxHeading(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
  const line = lines[index];
  const [, marks = '', written = ''] =
    /^ {0,3}(#{1,6})[ \t\u3000]+(.*?)(?:\s+#+)?\s*$/.exec(line?.text ?? '') ?? [];
  return line && marks
    ? { blocks: [heading([line], written, marks.length, indent)], next: index + 1 }
    : undefined;
}

export function setextHeading(lines: readonly Line[], index: number, { indent }: Context): Read | undefined {
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
