import type { Nodes } from 'mdast';
import type { Words } from './markdown-words.ts';
import type { TextEdit } from './replace.ts';

/** `:::note[Title] ... :::` becomes a quotation that begins with its title. */
export function admonition(
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
