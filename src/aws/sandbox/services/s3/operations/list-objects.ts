import type { ListObjectsOutput, ListObjectsRequest } from '@aws-sdk/client-s3';
import { defineOperation } from '../../../operation/index.ts';
import { onBucket } from '../access.ts';
import { listing } from '../contents.ts';
import { encoderOf, limitOf } from '../listing.ts';

export default defineOperation<ListObjectsRequest, ListObjectsOutput>({
  name: 'ListObjects',
  access: {
    ...onBucket('s3:ListBucket'),
    conditions: ({ input }) => listing.conditions(input),
  },
  handle: (context) => {
    const { input } = context;
    const encode = encoderOf(input.EncodingType);
    const limit = limitOf(input.MaxKeys, 'max-keys');
    const page = listing.of(context, {
      prefix: input.Prefix,
      delimiter: input.Delimiter,
      limit,
      after: input.Marker || undefined,
      groupsDone: true,
      owner: true,
      encode,
    });
    return {
      Name: input.Bucket,
      Prefix: encode(input.Prefix ?? ''),
      Marker: encode(input.Marker ?? ''),
      // "This element is returned only if you have the delimiter request parameter specified" (API reference).
      NextMarker: input.Delimiter && page.last !== undefined ? encode(page.last) : undefined,
      Delimiter: input.Delimiter && encode(input.Delimiter),
      EncodingType: input.EncodingType,
      MaxKeys: limit,
      IsTruncated: page.last !== undefined,
      Contents: page.Contents,
      CommonPrefixes: page.CommonPrefixes,
    };
  },
});
