import { fromBase64, toBase64 } from '@smithy/core/serde';
import { ServiceError } from '../../../operation/index.ts';
import { invalid } from '../dynamodb-errors.ts';

/** "A shard iterator expires 15 minutes after it is retrieved" (API reference, GetShardIterator). */
const GOOD_MS = 15 * 60_000;

/** A place in a stream. */
export interface StreamPlace {
  readonly streamArn: string;
  /** Of the change to be read next. */
  readonly next: number;
}

/** Writes an iterator: an opaque text that begins as AWS's do. */
export function writeIterator({ streamArn, next }: StreamPlace, now: Date): string {
  const hidden = toBase64(new TextEncoder().encode(JSON.stringify([next, now.getTime()])));
  return `${streamArn}|1|${hidden}`;
}

/** The ARN in an iterator; empty where it has none. */
export const arnOfIterator = (iterator = ''): string => /^(arn:.+)\|1\|/.exec(iterator)?.[1] ?? '';

/** Reads an iterator. Throws ValidationException or ExpiredIteratorException; the wording is ours. */
export function readIterator(iterator: string, now: Date): StreamPlace {
  const streamArn = arnOfIterator(iterator);
  const [next, issued] = readHidden(iterator.slice(streamArn.length + '|1|'.length));
  if (streamArn === '' || typeof next !== 'number' || typeof issued !== 'number')
    throw invalid('Invalid ShardIterator');
  if (now.getTime() > issued + GOOD_MS)
    throw new ServiceError(
      400,
      'ExpiredIteratorException',
      'Iterator expired: it was issued more than 15 minutes ago',
    );
  return { streamArn, next };
}

function readHidden(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64(text)));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
