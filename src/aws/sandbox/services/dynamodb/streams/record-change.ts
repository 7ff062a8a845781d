import type { Clock } from '../../../clock/index.ts';
import { type DynamoDbTable, type KeptChange, openStream } from '../tables/index.ts';
import { equalValues } from '../values/index.ts';

/** Keeps a change of an item for the table's stream; one that changes nothing is none (Developer Guide, "Change data capture"). */
export function recordChange(
  table: DynamoDbTable,
  change: Omit<KeptChange, 'number' | 'time'>,
  clock: Clock,
): void {
  const stream = openStream(table);
  const { before, after } = change;
  if (!stream || (!before && !after) || (before && after && equalValues({ M: before }, { M: after }))) return;
  stream.written += 1;
  stream.records.push({ ...change, number: stream.written, time: clock.account() });
}
