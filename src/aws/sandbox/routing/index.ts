import { isServiceId, type ServiceId } from '../../wire/models/index.ts';

/** Whom a request is for, as far as its host says. */
export interface Destination {
  readonly service: ServiceId;
  /** Undefined where the host does not say. */
  readonly region?: string;
}

const GLOBAL_REGION = 'us-east-1';
const AWS_HOST =
  /^(?:(?<bucket>.+)\.)?(?<service>sts|iam|ec2|s3)(?:\.dualstack)?(?:[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\d))?\.amazonaws\.com$/;

/**
 * The service that a host belongs to; with a host that is none of AWS's (an endpoint URL), the one that the
 * signature names. Source: the endpoints that the AWS CLI and the SDKs were seen to call.
 */
export function route(host: string, scopeService: string | undefined): Destination | undefined {
  const groups = AWS_HOST.exec(host.replace(/:\d+$/, '').toLowerCase())?.groups;
  const service = groups?.service ?? '';
  if (isServiceId(service) && (service === 's3' || groups?.bucket === undefined))
    // A bucket has one global name, which leads to its region whatever that is.
    return { service, region: groups?.region ?? (groups?.bucket ? undefined : GLOBAL_REGION) };
  const isAws = /\.amazonaws\.com(:\d+)?$/i.test(host);
  if (!isAws && scopeService !== undefined && isServiceId(scopeService)) return { service: scopeService };
  return undefined;
}
