import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { toBase64 } from '@smithy/core/serde';
import { parseEventPattern } from '../../event-pattern/index.ts';
import { matchesBody } from '../../filter-policy/index.ts';
import { ServiceError } from '../../operation/index.ts';
import type { EventSourceMapping } from './event-source-state.ts';
import { giveBatch } from './give-batch.ts';
import type { RunContext } from './run-function.ts';
import { type Reader, readRecords } from './stream-source.ts';

/** A function that writes to its own table would never end: the rest waits for the next look. Our choice. */
const MOST_BATCHES = 100;

/** A batch that failed waits so long for its next try, doubled each time up to a minute. Our choice: AWS states none. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** Gives the new records of a stream to the function, batch by batch, until one fails. */
export async function pollStream(
  mapping: EventSourceMapping,
  reader: Reader,
  context: RunContext,
): Promise<void> {
  const now = context.clock.account().getTime();
  if (now < (mapping.retryAt ?? 0)) return;
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    const records = await recordsOf(mapping, reader, context);
    if (records.length === 0) return;
    const failed = await give(records, mapping, reader, context);
    mapping.lastResult = failed === undefined ? 'OK' : 'PROBLEM: Function call failed';
    if (failed === undefined) done(mapping, records);
    else {
      done(mapping, records.slice(0, failed));
      const tries = (mapping.tries ?? 0) + 1;
      const { maximumRetries = -1 } = mapping.settings;
      // "When the number of retries is exhausted, Lambda discards the records" (Developer Guide).
      if (maximumRetries >= 0 && tries > maximumRetries) done(mapping, records);
      else {
        mapping.tries = tries;
        mapping.retryAt = now + Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
        return;
      }
    }
  }
}

function done(mapping: EventSourceMapping, records: readonly _Record[]): void {
  const last = records.at(-1)?.dynamodb?.SequenceNumber;
  if (last === undefined) return;
  Object.assign(mapping, { after: last, tries: undefined, retryAt: undefined });
}

/** No records where the role may not read, or the stream is gone. */
async function recordsOf(mapping: EventSourceMapping, reader: Reader, context: RunContext) {
  try {
    return await readRecords(mapping, mapping.settings.batchSize, reader, context);
  } catch (error) {
    if (error instanceof ServiceError) return [];
    throw error;
  }
}

/** Runs the function with the records that the filters let through; the place of the first that failed, if one did. */
async function give(
  records: readonly _Record[],
  mapping: EventSourceMapping,
  reader: Reader,
  context: RunContext,
): Promise<number | undefined> {
  const { sourceArn, settings } = mapping;
  const patterns = settings.filters?.map((filter) => parseEventPattern(filter));
  const wanted = records
    .map((record) => toEventRecord(record, sourceArn))
    .filter((text) => patterns?.some((pattern) => matchesBody(pattern, text)) ?? true);
  if (wanted.length === 0) return undefined;
  const event = `{"Records":[${wanted.join(',')}]}`;
  const numbers = records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
  const failed = await giveBatch(event, numbers, mapping, reader, context);
  return failed.length > 0 ? Math.min(...failed.map((item) => numbers.indexOf(item))) : undefined;
}

/** A record of the event as JSON (Developer Guide, "Using Lambda with Amazon DynamoDB"; members as recorded on AWS). */
function toEventRecord({ dynamodb, userIdentity, ...record }: _Record, eventSourceARN: string): string {
  const identity = userIdentity && { type: userIdentity.Type, principalId: userIdentity.PrincipalId };
  const { ApproximateCreationDateTime: created, ...change } = dynamodb ?? {};
  const told = { ApproximateCreationDateTime: created && created.getTime() / 1000, ...change };
  return JSON.stringify({ ...record, dynamodb: told, userIdentity: identity, eventSourceARN }, (_, value) =>
    value instanceof Uint8Array ? toBase64(value) : value,
  );
}
