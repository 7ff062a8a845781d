import { newRequestId } from '../../operation/index.ts';
import type { EventSourceMapping } from './event-source-state.ts';
import { arnOfReference } from './find-function.ts';
import { type RunContext, runFunction } from './run-function.ts';
import type { Reader } from './stream-source.ts';

/** Runs the function with a batch, whose items have these ids; the ids of those that it has failed on. */
export async function giveBatch(
  event: string,
  ids: readonly string[],
  { region, settings }: EventSourceMapping,
  { one, version }: Reader,
  context: RunContext,
): Promise<readonly string[]> {
  const place = { state: context.state, region };
  const invokedArn = arnOfReference(place, { name: one.name, qualifier: settings.qualifier });
  const requestId = newRequestId(context.random);
  const { failed, payload } = await runFunction({ one, version, requestId, event, invokedArn }, context);
  if (failed) return ids;
  return settings.reportsItems ? failedItems(payload, ids) : [];
}

/** Reads which items a function's answer names as failed (Developer Guide, "Implementing partial batch responses"): one that cannot be read means all. */
function failedItems(payload: string, all: readonly string[]): readonly string[] {
  const answer = JSON.parse(payload) as { batchItemFailures?: { itemIdentifier?: unknown }[] | null } | null;
  const ids = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return ids.every((id): id is string => typeof id === 'string' && all.includes(id)) ? ids : all;
}
