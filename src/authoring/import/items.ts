import type { Document, ImportedItem, SourceBlock, SourcePosition } from './types.ts';

type Doubt = Extract<SourceBlock, { kind: 'doubt' }>;

/** A remark for the writer, at a place of the old text. */
export function doubt({ line, endLine, indent }: SourcePosition, message: string, fix: string): Doubt {
  return { kind: 'doubt', line, endLine, indent, message, fix };
}

/** The first item after one that is meant. */
export function nextOf(
  items: readonly ImportedItem[],
  index: number,
  isMeant: (item: ImportedItem) => boolean,
): ImportedItem | undefined {
  for (let next = index + 1; next < items.length; next += 1) {
    const item = items[next];
    if (item && isMeant(item)) return item;
  }
  return undefined;
}

export interface Titled {
  readonly title?: string;
  readonly items: readonly ImportedItem[];
}

/** The title of a page stands in its front matter: the first heading of level 1 goes there, others go down a level. */
export function withTitle({ frontMatter }: Document, items: readonly ImportedItem[]): Titled {
  const written = frontMatter?.find((line) => /^title\s*:/.test(line));
  const first = items.find(({ kind }) => kind === 'heading');
  const isTitle = written === undefined && first?.kind === 'heading' && first.depth === 1;
  const rest = isTitle ? items.filter((item) => item !== first) : items;
  const lower = rest.some((item) => item.kind === 'heading' && item.depth === 1) ? 1 : 0;
  return {
    title: isTitle ? first.text.replace(/\\([\\`*_{}[\]<>#+.!|-])/g, '$1').replace(/\s+/g, ' ') : undefined,
    items: rest.map((item) =>
      item.kind === 'heading' ? { ...item, depth: Math.min(6, item.depth + lower) } : item,
    ),
  };
}

/** A step that has a result example prints something: it does more than set variables. */
export function stepsWithResults(items: readonly ImportedItem[]): ImportedItem[] {
  return items.map((item, index): ImportedItem => {
    if (item.kind === 'container') return { ...item, items: stepsWithResults(item.items) };
    if (item.kind !== 'step' || item.role !== 'env') return item;
    const next = nextOf(
      items,
      index,
      ({ kind }) => kind === 'step' || kind === 'result' || kind === 'heading',
    );
    return next?.kind === 'result' ? { ...item, role: 'command' } : item;
  });
}
