import type { Clock } from '../../../clock/index.ts';
import { type DynamoDbTable, dynamodbOf, type Place, type SecondaryIndex } from './state.ts';

/** How long changes take, in seconds: our choice, of the order that is usual on AWS for empty tables. */
const SECONDS = { creating: 8, updating: 5, deleting: 6, addingIndex: 60, deletingIndex: 10 } as const;

const passed = (clock: Clock, since: Date, seconds: number): boolean =>
  clock.account().getTime() - since.getTime() >= seconds * 1000;

export function tableStatus(
  table: DynamoDbTable,
  clock: Clock,
): 'CREATING' | 'UPDATING' | 'DELETING' | 'ACTIVE' {
  if (table.deleted) return 'DELETING';
  if (!passed(clock, table.created, SECONDS.creating)) return 'CREATING';
  const changing = table.updated && !passed(clock, table.updated, SECONDS.updating);
  return changing || table.indexes.some((index) => indexStatus(index, table, clock) !== 'ACTIVE')
    ? 'UPDATING'
    : 'ACTIVE';
}

export function indexStatus({ created, deleted }: SecondaryIndex, table: DynamoDbTable, clock: Clock) {
  if (deleted) return 'DELETING';
  if (created) return passed(clock, created, SECONDS.addingIndex) ? 'ACTIVE' : 'CREATING';
  return passed(clock, table.created, SECONDS.creating) ? 'ACTIVE' : 'CREATING';
}

/** The account's tables in a Region, by name, without what has been deleted for good. */
export function tablesIn(place: Place): DynamoDbTable[] {
  const { tables } = dynamodbOf(place);
  const { clock, region } = place;
  for (const [arn, table] of tables) {
    if (table.deleted && passed(clock, table.deleted, SECONDS.deleting)) tables.delete(arn);
    table.indexes = table.indexes.filter(
      ({ deleted }) => !deleted || !passed(clock, deleted, SECONDS.deletingIndex),
    );
  }
  const own = [...tables.values()].filter((table) => table.region === region);
  return own.sort((a, b) => (a.name < b.name ? -1 : 1));
}
