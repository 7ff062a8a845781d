import type { Clock } from '../../../clock/index.ts';
import { type DynamoDbTable, openStream } from '../tables/index.ts';
import { equalValues, type Item } from '../values/index.ts';

interface Change {
  readonly key: Item;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  /** Set where time to live has ended. */
  readonly expired?: true;
}

/** Keeps a change of an item for the table's stream; one that changes nothing is none (Developer Guide, "Change data capture"). */
export function recordChange(table: DynamoDbTable, change: Change, clock: Clock): void {
  const stream = openStream(table);
  const { before, after } = change;
  if (!stream || (!before && !after) || (before && after && equalValues({ M: before }, { M: after }))) return;
  stream.written += 1;
  stream.records.push({ ...change, number: stream.written, time: clock.account() });
}
