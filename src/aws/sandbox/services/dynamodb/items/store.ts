import type { Clock } from '../../../clock/index.ts';
import type { OperationContext } from '../../../operation/index.ts';
import type { Table } from '../tables/index.ts';
import { openStream } from '../tables/streams.ts';
import type { Item } from '../values/index.ts';
import { equalValues } from '../values/index.ts';

type Context = Pick<OperationContext<unknown>, 'clock' | 'random'>;

/** "Items with ... a value older than five years are not deleted" (Developer Guide, "Time to Live"). */
const TOO_OLD_SECONDS = 5 * 365 * 24 * 3600;

/** A table's items by their key, without those whose time to live has ended: the sandbox deletes them at once. */
export function itemsIn(table: Table, context: Context): ReadonlyMap<string, Item> {
  for (const [key, item] of table.items)
    if (hasExpired(table, item, context.clock)) {
      table.items.delete(key);
      record(table, { before: item, expired: true }, context);
    }
  return table.items;
}

function hasExpired({ timeToLive }: Table, item: Item, clock: Clock): boolean {
  if (!timeToLive?.enabled) return false;
  const end = Number(item[timeToLive.attribute]?.N);
  const now = clock.account().getTime() / 1000;
  return end < now && end > now - TOO_OLD_SECONDS;
}

/** One write of an item that has been checked. */
export interface Change {
  readonly before?: Item | undefined;
  readonly after?: Item | undefined;
}

/** Stores an item, or takes it away. A write that changes nothing leaves no record in the stream. */
export function store(table: Table, key: string, change: Change, context: Context): void {
  const { before, after } = change;
  if (after) table.items.set(key, after);
  else table.items.delete(key);
  const same = before && after ? equalValues({ M: { ...before } }, { M: { ...after } }) : before === after;
  if (!same) record(table, change, context);
}

function record(
  table: Table,
  { before, after, expired }: Change & { readonly expired?: true },
  { clock, random }: Context,
): void {
  const stream = openStream(table);
  if (!stream) return;
  const sequence = String(stream.records.length + 1).padStart(15, '0');
  stream.records.push({
    id: random.text(32, '0123456789abcdef'),
    sequence: `${Math.floor(stream.created.getTime() / 1000)}${sequence}`,
    at: clock.account(),
    ...(before && { before }),
    ...(after && { after }),
    ...(expired && { expired }),
  });
}
