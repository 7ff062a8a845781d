import { fromUtf8 } from '@smithy/core/serde';
import type { AccountState } from '../../operation/index.ts';
import { checksumOf, etagOf } from './checksums.ts';
import { bucketsOf } from './state/index.ts';

/** Type of an object that is stored without one (PutObject, API reference). */
const DEFAULT_TYPE = 'binary/octet-stream';

const stored = new WeakMap<AccountState, Promise<void>>();

/** Stores the objects that the account file describes, once an account: checksums cannot be had at once. */
export function storeAccountObjects(state: AccountState): Promise<void> {
  const begun = stored.get(state) ?? storeAll(state);
  stored.set(state, begun);
  return begun;
}

async function storeAll(state: AccountState): Promise<void> {
  for (const { name, created, objects } of state.account.buckets)
    for (const { key, content, contentType = DEFAULT_TYPE } of objects) {
      const body = fromUtf8(content);
      bucketsOf(state)
        .get(name)
        ?.objects.put({
          ...{ key, body, versionId: 'null', modified: created },
          ...{ etag: await etagOf(body), checksum: await checksumOf({}, body) },
          attributes: { ContentType: contentType },
          encryption: { kind: 'AES256' },
        });
    }
}
