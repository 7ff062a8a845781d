import type { ServiceMetadata } from '../../wire/models/index.ts';
import { configurationError, generalError } from '../failures.ts';

/** URL of a request and the region in its signature. */
export interface Endpoint {
  readonly url: URL;
  readonly signingRegion: string;
  /** Given by `--endpoint-url`. */
  readonly custom: boolean;
}

/** Services with an endpoint for those who name no region. */
const regionless: readonly string[] = ['sts', 'iam', 's3'];

/** The endpoint as AWS CLI 2.9.19 finds it; AWS_ENDPOINT_URL came with 2.13. Throws without a region it needs. */
export function findEndpoint(
  service: ServiceMetadata,
  region: string | undefined,
  custom?: string,
): Endpoint {
  if (region && !/^(?![0-9]+$)(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/.test(region))
    throw generalError(`Provided region_name '${region}' doesn't match a supported format.`);
  // An empty region is one: AWS_DEFAULT_REGION='' does not mean that there is none.
  if (region === '' && !service.global && !custom)
    throw generalError(`Invalid endpoint: https://${service.endpointPrefix}..amazonaws.com`);
  if (!region && (!regionless.includes(service.id) || (custom && service.id !== 's3'))) throw noRegion();
  if (custom) return { url: parseUrl(custom), signingRegion: region || 'us-east-1', custom: true };
  const { host, signingRegion } = service.global
    ? globalHost(service, region)
    : regionalHost(service, region);
  return { url: new URL(`https://${host}/`), signingRegion, custom: false };
}

/** The endpoint of the region that S3 says a bucket is in. */
export function endpointInRegion(endpoint: Endpoint, service: ServiceMetadata, region: string): Endpoint {
  if (endpoint.custom) return { ...endpoint, signingRegion: region };
  const { host, signingRegion } = regionalHost(service, region);
  return { ...endpoint, url: new URL(`https://${host}/`), signingRegion };
}

const noRegion = () =>
  configurationError(
    'You must specify a region. You can also configure your region by running "aws configure".',
  );

function parseUrl(custom: string): URL {
  const invalid = generalError(`Invalid endpoint: ${custom}`);
  if (!/^https?:\/\/[^/]/i.test(custom)) throw invalid;
  try {
    return new URL(custom);
  } catch {
    throw invalid;
  }
}

const suffix = (region: string) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');

function regionalHost(service: ServiceMetadata, region: string | undefined) {
  if (!region) return { host: `${service.endpointPrefix}.amazonaws.com`, signingRegion: 'us-east-1' };
  return { host: `${service.endpointPrefix}.${region}.${suffix(region)}`, signingRegion: region };
}

/** IAM has one endpoint a partition. */
function globalHost(service: ServiceMetadata, region = '') {
  if (region.startsWith('cn-'))
    return { host: `${service.id}.cn-north-1.amazonaws.com.cn`, signingRegion: 'cn-north-1' };
  if (region.startsWith('us-gov-'))
    return { host: `${service.id}.us-gov.amazonaws.com`, signingRegion: 'us-gov-west-1' };
  return { host: `${service.endpointPrefix}.amazonaws.com`, signingRegion: 'us-east-1' };
}
