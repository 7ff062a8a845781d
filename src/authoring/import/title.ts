import type { Document, ImportedItem } from './types.ts';

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
