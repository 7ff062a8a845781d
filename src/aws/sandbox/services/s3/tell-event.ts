import type { EventContext, ObjectEvent } from './make-event.ts';
import type { BucketRecord } from './state/index.ts';

/** Tells the targets of a bucket's notifications of a change. What sends the events is loaded where a bucket has any. */
export async function tellEvent(
  event: ObjectEvent,
  bucket: BucketRecord,
  context: EventContext,
): Promise<void> {
  if (!bucket.settings.notifications) return;
  const { sendObjectEvent } = await import(/* webpackChunkName: "s3" */ './object-events.ts');
  await sendObjectEvent(event, bucket, context);
}
