import type { Value } from '../argparse/index.ts';
import { byCodePoint, type TransferEntry } from './entries.ts';

type Values = ReadonlyMap<string, Value>;

/** Yields the changes of a sync: new or changed sources and, with `--delete`, entries that only the target has. */
export function* changes(
  sources: readonly TransferEntry[],
  targets: readonly TransferEntry[],
  values: Values,
): Generator<TransferEntry> {
  const there = new Map(targets.map((target) => [target.key, target]));
  const here = new Set(sources.map(({ key }) => key));
  const gone = values.has('delete') ? targets.filter(({ key }) => !here.has(key)) : [];
  const removals = gone.map((target): TransferEntry => ({ ...target, action: 'delete' }));
  // One list in the order of keys, as the CLI walks both sides.
  for (const entry of [...sources, ...removals].sort((a, b) => byCodePoint(a.key, b.key))) {
    const target = there.get(entry.key);
    if (entry.action === 'delete' || !target || differs(entry, target, values)) yield entry;
  }
}

function differs(source: TransferEntry, target: TransferEntry, values: Values): boolean {
  if (source.size !== target.size) return true;
  if (values.has('size-only')) return false;
  const later = (target.modified?.getTime() ?? 0) - (source.modified?.getTime() ?? 0);
  if (source.action !== 'download') return later < 0;
  return values.has('exact-timestamps') ? later !== 0 : later > 0;
}
