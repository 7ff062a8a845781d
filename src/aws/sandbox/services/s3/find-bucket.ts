import {
  type AccountState,
  type OperationContext,
  type ReceivedRequest,
  ServiceError,
} from '../../operation/index.ts';
import { accessDenied, invalidBucketName, invalidRequest, noSuchBucket } from './s3-errors.ts';
import { type BucketRecord, bucketsOf } from './state/index.ts';

interface OfBucket {
  readonly Bucket?: string;
  readonly ExpectedBucketOwner?: string;
}

/** The region of the bucket that an input names. */
export function bucketRegion({ Bucket }: OfBucket, state: AccountState): string | undefined {
  return Bucket === undefined ? undefined : bucketsOf(state).get(Bucket)?.region;
}

/** Refuses a request about a bucket that is not there, not here, or not whose it is said to be. */
export function locate(
  { input, state, region }: OperationContext<OfBucket>,
  { operation, message, regional, signature }: ReceivedRequest,
): void {
  const { Bucket: name, ExpectedBucketOwner: owner } = input;
  if (signature?.kind === 'version-2') checkVersion2(region);
  if (name === undefined || operation === 'CreateBucket') {
    // An endpoint for all regions is in the first: so it answers where no bucket says another.
    if (!regional && !isRegion(region)) throw wrongRegion(GLOBAL_REGION, region, isPresigned(message));
    return;
  }
  if (!isBucketName(name)) throw invalidBucketName(name);
  if (state.account.takenBucketNames.includes(name)) throw accessDenied();
  const bucket = bucketsOf(state).get(name);
  if (!bucket) throw noSuchBucket(name);
  if (bucket.region !== region)
    throw regional
      ? elsewhere(bucket, message.host)
      : wrongRegion(bucket.region, region, isPresigned(message));
  if (owner !== undefined && owner !== state.account.id) throw accessDenied();
}

/** The bucket of an operation's input, which `locate` found. */
export function bucketOf({
  input,
  state,
}: Pick<OperationContext<OfBucket>, 'input' | 'state'>): BucketRecord {
  const name = input.Bucket ?? '';
  const bucket = bucketsOf(state).get(name);
  if (!bucket) throw noSuchBucket(name);
  return bucket;
}

export const bucketArn = ({ Bucket }: OfBucket): string => `arn:aws:s3:::${Bucket ?? ''}`;

export const objectArn = ({ Bucket, Key }: OfBucket & { readonly Key?: string }): string =>
  `arn:aws:s3:::${Bucket ?? ''}/${Key ?? ''}`;

const GLOBAL_REGION = 'us-east-1';

function isRegion(text: string): boolean {
  return /^[a-z]{2}(-[a-z]+)+-\d$/.test(text);
}

/** Regions that began before Signature Version 4 (AWS General Reference); the others know nothing else. */
const VERSION_2_REGIONS = new Set([
  ...['us-east-1', 'us-west-1', 'us-west-2', 'eu-west-1', 'sa-east-1'],
  ...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2'],
]);

function checkVersion2(region: string): void {
  if (VERSION_2_REGIONS.has(region)) return;
  throw invalidRequest(
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  );
}

/** At another region's own endpoint. */
function elsewhere({ name, region }: BucketRecord, host: string): ServiceError {
  const endpoint = region === 'us-east-1' ? 's3.amazonaws.com' : `s3.${region}.amazonaws.com`;
  return new ServiceError(
    301,
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
    { Endpoint: host.startsWith(`${name}.`) ? `${name}.${endpoint}` : endpoint, Bucket: name },
    { 'x-amz-bucket-region': region },
  );
}

/** At an endpoint for all regions, where only the signature says one. */
function wrongRegion(region: string, signed: string, presigned: boolean): ServiceError {
  const [code, fault] = presigned
    ? ['AuthorizationQueryParametersError', 'Error parsing the X-Amz-Credential parameter']
    : ['AuthorizationHeaderMalformed', 'The authorization header is malformed'];
  return new ServiceError(
    400,
    code,
    `${fault}; the region '${signed}' is wrong; expecting '${region}'`,
    { Region: region },
    { 'x-amz-bucket-region': region },
  );
}

function isPresigned({ url }: ReceivedRequest['message']): boolean {
  return url.searchParams.has('X-Amz-Algorithm');
}

/** Source: S3 User Guide, "General purpose bucket naming rules". */
const FORM = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const RESERVED_PREFIX = /^(xn--|sthree-|amzn-s3-demo-)/;
const RESERVED_SUFFIX = /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3|-an)$/;

/** Tells whether a bucket can have this name at all. */
function isBucketName(name: string): boolean {
  return FORM.test(name) && !name.includes('..') && !IP_ADDRESS.test(name);
}

/** Tells whether a new bucket may have this name. */
export function isNewBucketName(name: string): boolean {
  return isBucketName(name) && !RESERVED_PREFIX.test(name) && !RESERVED_SUFFIX.test(name);
}

/** An action that policies allow on a bucket. */
export const permissionOnBucket = (action: string) => ({
  action,
  resource: ({ input }: OperationContext<{ readonly Bucket?: string }>) => bucketArn(input),
  namesResource: true,
});

/** The same, where a version has an action of its own: `s3:GetObjectVersion`. */
export const permissionOnVersion = (action: string, ofVersion: string) => ({
  ...permissionOnObject(action),
  actionFor: ({ input }: OperationContext<{ readonly VersionId?: string }>) =>
    input.VersionId === undefined ? undefined : ofVersion,
});

/** An action that policies allow on an object. */
export const permissionOnObject = (action: string) => ({
  action,
  resource: ({ input }: OperationContext<{ readonly Bucket?: string; readonly Key?: string }>) =>
    objectArn(input),
  namesResource: true,
});
