import type { DeleteObjectsOutput, DeleteObjectsRequest } from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { malformedXml } from '../errors.ts';
import { bucketOf, objectArn } from '../locate.ts';

/** "The request can contain a list of up to 1,000 keys" (API reference). */
const MAX_KEYS = 1000;

export default defineOperation<DeleteObjectsRequest, DeleteObjectsOutput>({
  name: 'DeleteObjects',
  // Each key is judged by itself.
  access: 'none',
  handle: (context) => {
    const { Bucket, Delete } = context.input;
    const keys = (Delete?.Objects ?? []).map(({ Key }) => Key ?? '');
    if (keys.length === 0 || keys.length > MAX_KEYS || keys.includes('')) throw malformedXml();
    const { objects } = bucketOf(context);
    const output = { Deleted: [] as { Key: string }[], Errors: [] as object[] };
    for (const Key of keys) {
      const refused = refusalOf(() =>
        context.require({ action: 's3:DeleteObject', resource: objectArn({ Bucket, Key }) }),
      );
      if (refused) output.Errors.push({ Key, Code: refused.code, Message: refused.message });
      else {
        objects.delete(Key);
        if (Delete?.Quiet !== true) output.Deleted.push({ Key });
      }
    }
    return output;
  },
});

function refusalOf(check: () => void): ServiceError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}
