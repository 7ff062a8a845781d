import type { CreateBucketOutput, CreateBucketRequest } from '@aws-sdk/client-s3';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { createBucket } from '../../../state/index.ts';
import { onBucket } from '../access.ts';
import { invalidBucketName } from '../errors.ts';
import { isNewBucketName } from '../names.ts';
import { wholeSeconds } from '../write.ts';

const FIRST_REGION = 'us-east-1';
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

export default defineOperation<CreateBucketRequest, CreateBucketOutput>({
  name: 'CreateBucket',
  access: onBucket('s3:CreateBucket'),
  handle: ({ input, state, clock, region: endpoint }) => {
    const name = input.Bucket ?? '';
    if (!isNewBucketName(name)) throw invalidBucketName(name);
    const region = regionFor(input.CreateBucketConfiguration?.LocationConstraint, endpoint);
    const existing = state.buckets.get(name);
    // "If you re-create an existing bucket that you already own in us-east-1, Amazon S3 returns 200 OK" (API reference).
    if (existing && !(existing.region === FIRST_REGION && endpoint === FIRST_REGION))
      throw alreadyOwned(name);
    if (state.account.takenBucketNames.includes(name)) throw alreadyExists(name);
    if (!existing)
      state.buckets.set(name, createBucket({ name, region, created: wholeSeconds(clock.account()) }));
    return {
      Location: region === FIRST_REGION ? `/${name}` : `http://${name}.s3.amazonaws.com/`,
      BucketArn: `arn:aws:s3:::${name}`,
    };
  },
});

/** The region of a new bucket. Texts of S3. */
function regionFor(constraint: string | undefined, endpoint: string): string {
  if (constraint === undefined || constraint === '') {
    if (endpoint === FIRST_REGION) return endpoint;
    throw illegalConstraint('unspecified');
  }
  const region = constraint === 'EU' ? 'eu-west-1' : constraint;
  if (!REGION.test(region) || region === FIRST_REGION)
    throw new ServiceError(
      400,
      'InvalidLocationConstraint',
      'The specified location-constraint is not valid',
      { LocationConstraint: constraint },
    );
  if (endpoint !== FIRST_REGION && endpoint !== region) throw illegalConstraint(constraint);
  return region;
}

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
