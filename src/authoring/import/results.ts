import { nextOf } from './next.ts';
import type { ImportedItem } from './types.ts';

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
