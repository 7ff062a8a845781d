import type { FenceBlock, SharedBlock } from './blocks.ts';
import { translateComments, translateInfo } from './fence-text.ts';

/** Prefix of each line of a block: indentation of a list, `> ` of a quote. */
export interface Prefix {
  readonly first: string;
  readonly rest: string;
}

export const NO_PREFIX: Prefix = { first: '', rest: '' };

/** The prefix of a block by the line that it begins in. */
export function prefixOf(before: string): Prefix {
  return { first: before, rest: before.replace(/[-*+]|\d+[.)]/g, (marker) => ' '.repeat(marker.length)) };
}

/** A block of the source as a translation has it, without the prefix of its first line. */
export function renderBlock(
  source: SharedBlock,
  translation: SharedBlock | undefined,
  prefix: Prefix,
  eol: string,
): string {
  if (source.kind === 'elapse') return source.text;
  const lines = fenceLines(source, translation?.kind === 'fence' ? translation : undefined);
  return prefixed(lines, prefix.rest, eol);
}

/** Joins lines; each but the first gets what its list or quote puts before it. */
export const prefixed = (lines: readonly string[], prefix: string, eol: string): string =>
  lines.map((line, index) => (index === 0 ? line : line === '' ? prefix.trimEnd() : prefix + line)).join(eol);

function fenceLines(source: FenceBlock, translation: FenceBlock | undefined): string[] {
  const { info, body } = translated(source, translation);
  const { marker } = source.fence;
  return [marker + info, ...(source.fence.body === '' ? [] : body.split('\n')), marker];
}

/** Info string and body of a fence with the words of its translation. */
export function translated(
  source: FenceBlock,
  translation: FenceBlock | undefined,
): { info: string; body: string } {
  const { info, fence } = source;
  if (!translation) return { info, body: fence.body };
  return {
    info: translateInfo(info, translation.info),
    // Only the shell's comments can be told from its code.
    body: fence.info.lang === 'bash' ? translateComments(fence.body, translation.fence.body) : fence.body,
  };
}
