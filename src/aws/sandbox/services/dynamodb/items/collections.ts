import type { ItemCollectionMetrics } from '@aws-sdk/client-dynamodb';
import type { ReadPlan } from './planned-write.ts';

/** Only tables with a local index have item collections; the estimate is in whole gigabytes. */
export function collectionMetrics({ table, key }: ReadPlan): ItemCollectionMetrics | undefined {
  const { name } = table.schema.partition;
  if (!table.indexes.some(({ kind }) => kind === 'local') || !key[name]) return undefined;
  return { ItemCollectionKey: { [name]: key[name] }, SizeEstimateRangeGB: [0, 1] };
}

/** The same for several writes, by the table's name as the request has it. */
export function metricsByTable(plans: readonly ReadPlan[]): Record<string, ItemCollectionMetrics[]> {
  const found: Record<string, ItemCollectionMetrics[]> = {};
  for (const plan of plans) {
    const metrics = collectionMetrics(plan);
    if (metrics) found[plan.reference] = [...(found[plan.reference] ?? []), metrics];
  }
  return found;
}
