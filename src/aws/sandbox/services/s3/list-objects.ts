import type {
  ListObjectsOutput,
  ListObjectsRequest,
  ListObjectsV2Output,
  ListObjectsV2Request,
} from '@aws-sdk/client-s3';
import { defineOperation } from '../../operation/index.ts';
import { listing } from './contents.ts';
import { permissionOnBucket } from './find-bucket.ts';
import { continuationToken, encoderOf, limitOf, readContinuationToken } from './listing.ts';

export default {
  ListObjects: defineOperation<ListObjectsRequest, ListObjectsOutput>({
    access: {
      ...permissionOnBucket('s3:ListBucket'),
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
        Delimiter: input.Delimiter ? encode(input.Delimiter) : undefined,
        EncodingType: input.EncodingType,
        MaxKeys: limit,
        IsTruncated: page.last !== undefined,
        Contents: page.Contents,
        CommonPrefixes: page.CommonPrefixes,
      };
    },
  }),

  ListObjectsV2: defineOperation<ListObjectsV2Request, ListObjectsV2Output>({
    access: {
      ...permissionOnBucket('s3:ListBucket'),
      conditions: ({ input }) => listing.conditions(input),
    },
    handle: (context) => {
      const { input } = context;
      const after = readContinuationToken(input.ContinuationToken);
      const encode = encoderOf(input.EncodingType);
      const limit = limitOf(input.MaxKeys, 'max-keys');
      const page = listing.of(context, {
        prefix: input.Prefix,
        delimiter: input.Delimiter,
        limit,
        after: after ?? input.StartAfter,
        groupsDone: after !== undefined,
        owner: input.FetchOwner === true,
        encode,
      });
      return {
        Name: input.Bucket,
        Prefix: encode(input.Prefix ?? ''),
        Delimiter: input.Delimiter ? encode(input.Delimiter) : undefined,
        // A token says where to go on: S3 then leaves out where it began.
        StartAfter: after === undefined && input.StartAfter ? encode(input.StartAfter) : undefined,
        ContinuationToken: input.ContinuationToken,
        NextContinuationToken: page.last === undefined ? undefined : continuationToken(page.last),
        EncodingType: input.EncodingType,
        KeyCount: page.Contents.length + page.CommonPrefixes.length,
        MaxKeys: limit,
        IsTruncated: page.last !== undefined,
        Contents: page.Contents,
        CommonPrefixes: page.CommonPrefixes,
      };
    },
  }),
};
