import type { Bucket, ListBucketsOutput, ListBucketsRequest } from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { paginate, sortedBy } from '../../../pagination/index.ts';
import type { BucketRecord } from '../../../state/index.ts';

const MODEL = 'botocore, data/s3/2006-03-01/service-2.json';
const PAGE_SIZE = 10_000;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

export default defineOperation<ListBucketsRequest, ListBucketsOutput>({
  name: 'ListBuckets',
  constraints: { MaxBuckets: { min: 1, max: PAGE_SIZE, source: MODEL } },
  // The action is s3:ListAllMyBuckets, it knows no resource, and policies written for arn:aws:s3:::* match it.
  access: { action: 's3:ListAllMyBuckets', resource: () => 'arn:aws:s3:::*', namesResource: false },
  handle: ({ input, state, region }) => {
    checkRegion(input.BucketRegion, region);
    const matching = [...state.buckets.values()].filter(
      (bucket) =>
        bucket.name.startsWith(input.Prefix ?? '') &&
        (input.BucketRegion === undefined || bucket.region === input.BucketRegion.toLowerCase()),
    );
    const buckets = sortedBy(matching, ({ name }) => name);
    const page = paginate(
      buckets,
      ({ name }) => name,
      input.MaxBuckets ?? PAGE_SIZE,
      input.ContinuationToken,
    );
    if (!page) throw invalidArgument('The continuation token provided is incorrect', 'continuation-token');
    // "If the request contains at least one valid parameter, it is included in the response" (API reference).
    const withRegion = Object.values(input).some((value) => value !== undefined);
    return {
      // New accounts' owners have no display name.
      Owner: { ID: state.canonicalUserId },
      Buckets: page.items.map((bucket) => toBucket(bucket, withRegion)),
      Prefix: input.Prefix,
      ContinuationToken: page.next,
    };
  },
});

function toBucket({ name, region, created }: BucketRecord, withRegion: boolean): Bucket {
  const BucketRegion = withRegion ? region : undefined;
  return { Name: name, CreationDate: created, BucketRegion, BucketArn: `arn:aws:s3:::${name}` };
}

/** Texts measured on S3 by a third party. */
function checkRegion(asked: string | undefined, endpoint: string): void {
  if (asked === undefined || asked.toLowerCase() === endpoint) return;
  throw invalidArgument(
    REGION.test(asked.toLowerCase())
      ? 'Requests with bucket-region specified must be made to the corresponding regional endpoint'
      : `Argument value ${asked} is not a valid AWS Region`,
    'bucket-region',
  );
}

function invalidArgument(message: string, name: string): ServiceError {
  return new ServiceError(400, 'InvalidArgument', message, { ArgumentName: name });
}
