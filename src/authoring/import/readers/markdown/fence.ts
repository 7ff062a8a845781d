import { doubt } from '../../items.ts';
import type { SourceBlock } from '../../types.ts';
import {
  dedent,
  findFrom,
  indentedFrom,
  indentOf,
  isBlank,
  positionOf,
  type SourceLine,
  texts,
  trimBlank,
} from '../source-lines.ts';
import type { MarkdownContext, Read } from './types.ts';

const FENCE = /^([ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(`{3,}|~{3,})(.*)$/;

export function readFencedCode(
  lines: readonly SourceLine[],
  index: number,
  { indent }: MarkdownContext,
): Read | undefined {
  const opening = lines[index];
  const [, before = '', marker = '', info = ''] = FENCE.exec(opening?.text ?? '') ?? [];
  if (!opening || !marker || (marker.startsWith('`') && info.includes('`'))) return undefined;
  const isEnd = ({ text }: SourceLine) => text.trim().startsWith(marker) && /^(`+|~+)$/.test(text.trim());
  const end = findFrom(lines, index + 1, isEnd);
  const body = end === -1 ? trimBlank(lines.slice(index + 1)) : lines.slice(index + 1, end);
  // Stripped by the indentation of the fence, as Markdown does it.
  const stripped = body.map(({ text }) =>
    text.slice(Math.min(before.length, /^[ \t]*/.exec(text)?.[0].length ?? 0)),
  );
  const own = indent + before.replace(/\S/g, ' ');
  const place = { line: opening.number + 1, endLine: body.at(-1)?.number ?? opening.number + 1, indent: own };
  const blocks: SourceBlock[] = [{ ...place, kind: 'code', body: stripped, ...readInfo(info.trim()) }];
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

/** Four spaces after a blank line: MDX knows no such code. */
export function readIndentedCode(
  lines: readonly SourceLine[],
  index: number,
  { indent, inList }: MarkdownContext,
): Read | undefined {
  const before = lines[index - 1];
  if (inList || (before && !isBlank(before)) || indentOf(lines[index]?.text ?? '') < 4) return undefined;
  const body = trimBlank(indentedFrom(lines, index, 4));
  return {
    blocks: [{ ...positionOf(body, indent), kind: 'code', body: texts(dedent(body)) }],
    next: index + body.length,
  };
}
