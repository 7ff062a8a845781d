import type { Caller, OperationContext } from '../../operation/index.ts';
import type { StoredObject } from './state/index.ts';

/** A change of an object that a bucket may tell of. */
export interface ObjectEvent {
  /** `ObjectCreated:Put` */
  readonly name: string;
  readonly key: string;
  /** Bytes, of a new object. */
  readonly size?: number;
  /** In its quotes, of an object or a marker. */
  readonly etag?: string;
  /** Shown where the bucket shows ids. */
  readonly versionId?: string;
  /** As events of EventBridge tell why: `PutObject`. */
  readonly reason: string;
  /** Of a transition. */
  readonly storageClass?: string;
}

/** Context of a request, or of a bucket's lifecycle, which has no caller. */
export type EventContext = Pick<
  OperationContext<unknown>,
  'state' | 'clock' | 'random' | 'call' | 'publish'
> & {
  readonly caller?: Caller;
};

/** How an object was put: by a request of its own, or by a form. */
export function putEvent({ signature }: Pick<OperationContext<unknown>, 'signature'>) {
  return signature?.kind === 'form'
    ? { name: 'ObjectCreated:Post', reason: 'POST Object' }
    : { name: 'ObjectCreated:Put', reason: 'PutObject' };
}

export function createdEvent(
  told: Pick<ObjectEvent, 'name' | 'reason'>,
  { key, body, etag }: Pick<StoredObject, 'key' | 'body' | 'etag'>,
  { VersionId }: { readonly VersionId?: string },
): ObjectEvent {
  return { ...told, key, size: body.length, etag, versionId: VersionId };
}

/** MD5 of nothing, as recorded on AWS for a marker. */
const MARKER_ETAG = 'd41d8cd98f00b204e9800998ecf8427e';

/** `isMade`: a delete marker was made, where otherwise an object or a version is gone for good. */
export function deletionEvent(
  kind: 'ObjectRemoved' | 'LifecycleExpiration',
  key: string,
  isMade: boolean,
  versionId: string | undefined,
): ObjectEvent {
  return {
    name: `${kind}:${isMade ? 'DeleteMarkerCreated' : 'Delete'}`,
    ...{ key, versionId, etag: isMade ? MARKER_ETAG : undefined },
    reason: kind === 'ObjectRemoved' ? 'DeleteObject' : 'Lifecycle Expiration',
  };
}
