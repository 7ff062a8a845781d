import type {
  ListMultipartUploadsOutput,
  ListMultipartUploadsRequest,
  MultipartUpload,
} from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { type AccountState, compareKeys, type Upload } from '../../../state/index.ts';
import { onBucket } from '../access.ts';
import { encoderOf, limitOf, listPage } from '../listing.ts';
import { bucketOf } from '../locate.ts';
import { checksumFields } from '../multipart.ts';
import { initiatorOf, ownerOf } from '../owner.ts';

/** Uploads of one key are in the order of their beginning: this stands between key and id where they are compared. */
const SEPARATOR = '\u0000';

export default defineOperation<ListMultipartUploadsRequest, ListMultipartUploadsOutput>({
  name: 'ListMultipartUploads',
  access: onBucket('s3:ListBucketMultipartUploads'),
  handle: (context) => {
    const { input, state } = context;
    const encode = encoderOf(input.EncodingType);
    const limit = limitOf(input.MaxUploads, 'max-uploads');
    const page = listPage(remaining([...bucketOf(context).uploads.values()], input), ({ key }) => key, {
      prefix: input.Prefix,
      delimiter: input.Delimiter,
      limit,
      after: undefined,
      groupsDone: false,
    });
    const last = page.last === undefined ? undefined : page.items.at(-1);
    return {
      Bucket: input.Bucket,
      KeyMarker: encode(input.KeyMarker ?? ''),
      UploadIdMarker: input.UploadIdMarker ?? '',
      NextKeyMarker: page.last === undefined ? '' : encode(page.last),
      NextUploadIdMarker: last && last.key === page.last ? last.id : '',
      Prefix: input.Prefix === undefined ? undefined : encode(input.Prefix),
      Delimiter: input.Delimiter && encode(input.Delimiter),
      EncodingType: input.EncodingType,
      MaxUploads: limit,
      IsTruncated: page.last !== undefined,
      Uploads: page.items.map((upload) => toUpload(upload, state, encode)),
      CommonPrefixes: page.prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
    };
  },
});

/** After the markers, by key and then by time. An upload id marker counts only beside a key marker (API reference). */
function remaining(uploads: Upload[], input: ListMultipartUploadsRequest): Upload[] {
  const { KeyMarker, UploadIdMarker, Delimiter } = input;
  const sorted = uploads.sort((a, b) => compareKeys(a.key + SEPARATOR, b.key + SEPARATOR));
  if (!KeyMarker) return sorted;
  const marked = sorted.findIndex(({ key, id }) => key === KeyMarker && id === UploadIdMarker);
  if (marked >= 0) return sorted.slice(marked + 1);
  const isPrefix = Delimiter && KeyMarker.endsWith(Delimiter);
  return sorted.filter(
    ({ key }) => compareKeys(key, KeyMarker) > 0 && !(isPrefix && key.startsWith(KeyMarker)),
  );
}

function toUpload(upload: Upload, state: AccountState, encode: (text: string) => string): MultipartUpload {
  return {
    UploadId: upload.id,
    Key: encode(upload.key),
    Initiated: upload.initiated,
    StorageClass: upload.attributes.StorageClass as MultipartUpload['StorageClass'],
    Owner: ownerOf(state),
    Initiator: initiatorOf(upload),
    ...checksumFields(upload.checksum),
  };
}
