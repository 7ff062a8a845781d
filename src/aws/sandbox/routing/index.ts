import type { Message } from '../../wire/message/index.ts';
import { findBySigningName, type ServiceId, serviceIds, services } from '../../wire/models/index.ts';

/** Whom a request is for, as far as its host says. */
export interface Destination {
  readonly service: ServiceId;
  /** Undefined where the host does not say. */
  readonly region?: string;
}

const GLOBAL_REGION = 'us-east-1';
const REGION = '(?<region>[a-z]{2}(?:-[a-z]+)+-\\d)';
const PREFIXES = serviceIds.map((id) => services[id].endpointPrefix).join('|');
const AWS_HOST = new RegExp(
  `^(?:(?<bucket>.+)\\.)?(?<prefix>${PREFIXES})(?:\\.dualstack)?(?:[.-]${REGION})?\\.(?:amazonaws\\.com|api\\.aws)$`,
);
/** SQS's first host names, which older clients call: `ap-northeast-1.queue.amazonaws.com`. */
const QUEUE_HOST = new RegExp(`^(?:${REGION}\\.)?queue\\.amazonaws\\.com$`);
/** DynamoDB's host names with an account, which clients call that know theirs: `123456789012.ddb.eu-west-1.amazonaws.com`. */
const ACCOUNT_HOST = new RegExp(`^\\d{12}\\.ddb\\.${REGION}\\.(?:amazonaws\\.com|api\\.aws)$`);
/** The prefix of DynamoDB's streams has a dot, where a bucket's name would stand. */
const STREAMS_HOST = new RegExp(
  `^streams\\.dynamodb(?:\\.dualstack)?\\.${REGION}\\.(?:amazonaws\\.com|api\\.aws)$`,
);
/** Websites of S3. */
const WEBSITE_HOST = new RegExp(`^.+\\.s3-website[.-]${REGION}\\.amazonaws\\.com$`);
const OTHER_HOSTS: readonly (readonly [RegExp, ServiceId])[] = [
  [QUEUE_HOST, 'sqs'],
  [ACCOUNT_HOST, 'dynamodb'],
  [STREAMS_HOST, 'dynamodbstreams'],
  [WEBSITE_HOST, 's3'],
];

/**
 * The service that a host belongs to; with a host that is none of AWS's (an endpoint URL), the one that the
 * signature names, and `target`, the X-Amz-Target, where two have one name. Source: the endpoints that the AWS CLI and the SDKs were seen to call.
 */
export function route(
  host: string,
  scopeService: string | undefined,
  target?: string,
): Destination | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const [form = AWS_HOST, other] = OTHER_HOSTS.find(([host]) => host.test(name)) ?? [];
  const groups = form.exec(name)?.groups;
  const service = other ?? serviceIds.find((id) => services[id].endpointPrefix === groups?.prefix);
  if (service && (services[service].virtualHosts || groups?.bucket === undefined))
    // A bucket has one global name, which leads to its region whatever that is.
    return { service, region: groups?.region ?? (groups?.bucket ? undefined : GLOBAL_REGION) };
  const isAws = /\.(amazonaws\.com|api\.aws)$/.test(name);
  const named = isAws || scopeService === undefined ? undefined : findBySigningName(scopeService, target);
  return named && { service: named };
}

/**
 * The service that a request without a signature is for, at an address that is none of AWS's. Services that take
 * actions name them; what names none is for S3, where a path is enough.
 */
export function serviceOfUnsigned({ headers, url }: Pick<Message, 'headers' | 'url'>): string | undefined {
  const type = headers.get('content-type') ?? '';
  const namesAction =
    url.searchParams.has('Action') ||
    headers.has('x-amz-target') ||
    headers.has('smithy-protocol') ||
    /^application\/(x-www-form-urlencoded|x-amz-json|json|cbor)/i.test(type);
  return namesAction ? undefined : 's3';
}
