import { expect, test } from 'vitest';
import { metricsByTable } from '../../../../../../src/aws/sandbox/services/dynamodb/items/collections.ts';
import type { ReadPlan } from '../../../../../../src/aws/sandbox/services/dynamodb/items/planned-write.ts';

const plan = (kind: 'local' | 'global', id: string) =>
  ({
    reference: kind,
    key: { id: { S: id }, at: { N: '1' } },
    table: { schema: { partition: { name: 'id', type: 'S' } }, indexes: [{ kind }] },
  }) as unknown as ReadPlan;

test('only tables with a local index have item collections, one for each partition key', () => {
  const metrics = (S: string) => ({ ItemCollectionKey: { id: { S } }, SizeEstimateRangeGB: [0, 1] });
  expect(metricsByTable([plan('local', 'a'), plan('global', 'a'), plan('local', 'b')])).toEqual({
    local: [metrics('a'), metrics('b')],
  });
});
