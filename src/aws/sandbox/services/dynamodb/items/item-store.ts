import type { Clock } from '../../../clock/index.ts';
import type { OperationContext } from '../../../operation/index.ts';
import { recordChange } from '../streams/record-change.ts';
import type { DynamoDbTable } from '../tables/index.ts';
import type { Item } from '../values/index.ts';
import { itemKeyOf, keyText } from './keys.ts';

type Context = Pick<OperationContext<unknown>, 'clock'>;

/** "Items with ... a value older than five years are not deleted" (Developer Guide, "Time to Live"). */
const TOO_OLD_SECONDS = 5 * 365 * 24 * 3600;

/** A table's items by their key, without those whose time to live has ended: the sandbox deletes them at once. */
export function itemsIn(table: DynamoDbTable, { clock }: Context): ReadonlyMap<string, Item> {
  for (const [text, item] of table.items) {
    if (!hasExpired(table, item, clock)) continue;
    table.items.delete(text);
    const key = itemKeyOf(table.schema, item);
    recordChange(table, { key, before: item, after: undefined, expired: true }, clock);
  }
  return table.items;
}

function hasExpired({ timeToLive }: DynamoDbTable, item: Item, clock: Clock): boolean {
  if (!timeToLive?.enabled) return false;
  const end = Number(item[timeToLive.attribute]?.N);
  const now = clock.account().getTime() / 1000;
  return end < now && end > now - TOO_OLD_SECONDS;
}

/** Stores an item under its key, or takes it away. */
export function store(table: DynamoDbTable, key: Item, item: Item | undefined, clock: Clock): void {
  const { items } = table;
  const text = keyText(table, key);
  recordChange(table, { key, before: items.get(text), after: item }, clock);
  if (item) items.set(text, item);
  else items.delete(text);
}
