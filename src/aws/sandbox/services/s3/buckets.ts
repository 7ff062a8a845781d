import type {
  Bucket,
  CreateBucketOutput,
  CreateBucketRequest,
  DeleteBucketRequest,
  GetBucketLocationOutput,
  GetBucketLocationRequest,
  HeadBucketOutput,
  HeadBucketRequest,
  ListBucketsOutput,
  ListBucketsRequest,
} from '@aws-sdk/client-s3';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, paginate, ServiceError, sortedBy } from '../../operation/index.ts';
import { checkGrants, grantsIn, isPublicAcl } from './acl-rules.ts';
import { bucketArn, bucketOf, isNewBucketName, permissionOnBucket } from './find-bucket.ts';
import { headerNotSimulated, invalidBucketName } from './s3-errors.ts';
import { type BucketRecord, bucketsOf, createBucket, isOwnership } from './state/index.ts';

const FIRST_REGION = 'us-east-1';

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

const illegalConstraint = (constraint: string): ServiceError =>
  new ServiceError(
    400,
    'IllegalLocationConstraintException',
    `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );

const alreadyOwned = (name: string): ServiceError =>
  new ServiceError(
    409,
    'BucketAlreadyOwnedByYou',
    'Your previous request to create the named bucket succeeded and you already own it.',
    { BucketName: name },
  );

const alreadyExists = (name: string): ServiceError =>
  new ServiceError(
    409,
    'BucketAlreadyExists',
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
    { BucketName: name },
  );

const MODEL = 'botocore, data/s3/2006-03-01/service-2.json';

const PAGE_SIZE = 10_000;

export default {
  CreateBucket: defineOperation<CreateBucketRequest, CreateBucketOutput>({
    access: permissionOnBucket('s3:CreateBucket'),
    handle: ({ input, state, clock, region: endpoint }) => {
      const name = input.Bucket ?? '';
      if (!isNewBucketName(name)) throw invalidBucketName(name);
      checkOwnership(input);
      const region = regionFor(input.CreateBucketConfiguration?.LocationConstraint, endpoint);
      const existing = bucketsOf(state).get(name);
      // "If you re-create an existing bucket that you already own in us-east-1, Amazon S3 returns 200 OK" (API reference).
      if (existing && !(existing.region === FIRST_REGION && endpoint === FIRST_REGION))
        throw alreadyOwned(name);
      if (state.account.takenBucketNames.includes(name)) throw alreadyExists(name);
      if (!existing)
        bucketsOf(state).set(
          name,
          createBucket({ name, region, created: accountTime(clock), ownership: input.ObjectOwnership }),
        );
      return {
        Location: region === FIRST_REGION ? `/${name}` : `http://${name}.s3.amazonaws.com/`,
        BucketArn: `arn:aws:s3:::${name}`,
      };
    },
  }),

  /** "You must have permissions to perform the s3:ListBucket action" (API reference). */
  HeadBucket: defineOperation<HeadBucketRequest, HeadBucketOutput>({
    // Asked for below: a refusal, too, says where the bucket is.
    access: 'none',
    handle: (context) => {
      const { region } = bucketOf(context);
      try {
        context.require({ action: 's3:ListBucket', resource: bucketArn(context.input) });
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        const { status, code, message, elements } = error;
        throw new ServiceError(status, code, message, elements, { 'x-amz-bucket-region': region });
      }
      return { BucketRegion: region, BucketArn: bucketArn(context.input), AccessPointAlias: false };
    },
  }),

  GetBucketLocation: defineOperation<GetBucketLocationRequest, GetBucketLocationOutput>({
    access: permissionOnBucket('s3:GetBucketLocation'),
    handle: (context) => {
      const { region } = bucketOf(context);
      // "Buckets in Region us-east-1 have a LocationConstraint of null" (API reference).
      const constraint = region === 'us-east-1' ? '' : region;
      return { LocationConstraint: constraint as GetBucketLocationOutput['LocationConstraint'] };
    },
  }),

  ListBuckets: defineOperation<ListBucketsRequest, ListBucketsOutput>({
    constraints: { MaxBuckets: { min: 1, max: PAGE_SIZE, source: MODEL } },
    // The action is s3:ListAllMyBuckets, it knows no resource, and policies written for arn:aws:s3:::* match it.
    access: { action: 's3:ListAllMyBuckets', resource: () => 'arn:aws:s3:::*', namesResource: false },
    handle: ({ input, state, region }) => {
      checkRegion(input.BucketRegion, region);
      const matching = [...bucketsOf(state).values()].filter(
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
  }),

  DeleteBucket: defineOperation<DeleteBucketRequest, object>({
    access: permissionOnBucket('s3:DeleteBucket'),
    handle: (context) => {
      const { name, objects } = bucketOf(context);
      if (objects.size > 0)
        throw new ServiceError(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty', {
          BucketName: name,
        });
      bucketsOf(context.state).delete(name);
      return {};
    },
  }),
};

/** Throws a ServiceError for what S3 forbids on a bucket without ACLs, and for what the sandbox would forget. Texts of S3. */
function checkOwnership(input: CreateBucketRequest): void {
  const { ACL = 'private', ObjectOwnership = 'BucketOwnerEnforced' } = input;
  if (!isOwnership(ObjectOwnership))
    throw new ServiceError(
      400,
      'InvalidArgument',
      `Invalid x-amz-object-ownership header: ${ObjectOwnership}`,
      { ArgumentName: 'x-amz-object-ownership' },
    );
  if (ObjectOwnership !== 'BucketOwnerEnforced') {
    if (isPublicAcl(input))
      throw new ServiceError(
        400,
        'InvalidBucketAclWithBlockPublicAccessError',
        'Bucket cannot have public ACLs set with BlockPublicAccess enabled',
      );
    checkGrants('CreateBucket', input, {});
  } else if (ACL !== 'private' || grantsIn(input))
    throw new ServiceError(
      400,
      'InvalidBucketAclWithObjectOwnership',
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    );
  if (input.ObjectLockEnabledForBucket) throw headerNotSimulated('x-amz-bucket-object-lock-enabled');
}

/** The region of a new bucket. Texts of S3. */
function regionFor(constraint: string | undefined, endpoint: string): string {
  if (constraint === undefined || constraint === '') {
    if (endpoint === FIRST_REGION) return endpoint;
    throw illegalConstraint('unspecified');
  }
  const region = constraint === 'EU' ? 'eu-west-1' : constraint;
  // A regional endpoint makes buckets in its region, whatever else the constraint may be.
  if (endpoint !== FIRST_REGION && endpoint !== region) throw illegalConstraint(constraint);
  if (!REGION.test(region) || region === FIRST_REGION)
    throw new ServiceError(
      400,
      'InvalidLocationConstraint',
      'The specified location-constraint is not valid',
      { LocationConstraint: constraint },
    );
  return region;
}

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
