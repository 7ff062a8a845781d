import { findBySigningName, type ServiceId, serviceIds, services } from '../../wire/models/index.ts';

/** Whom a request is for, as far as its host says. */
export interface Destination {
  readonly service: ServiceId;
  /** Undefined where the host does not say. */
  readonly region?: string;
}

const GLOBAL_REGION = 'us-east-1';
const PREFIXES = serviceIds.map((id) => services[id].endpointPrefix).join('|');
const AWS_HOST = new RegExp(
  `^(?:(?<bucket>.+)\\.)?(?<prefix>${PREFIXES})(?:\\.dualstack)?(?:[.-](?<region>[a-z]{2}(?:-[a-z]+)+-\\d))?\\.amazonaws\\.com$`,
);

/**
 * The service that a host belongs to; with a host that is none of AWS's (an endpoint URL), the one that the
 * signature names. Source: the endpoints that the AWS CLI and the SDKs were seen to call.
 */
export function route(host: string, scopeService: string | undefined): Destination | undefined {
  const groups = AWS_HOST.exec(host.replace(/:\d+$/, '').toLowerCase())?.groups;
  const service = serviceIds.find((id) => services[id].endpointPrefix === groups?.prefix);
  if (service && (services[service].virtualHosts || groups?.bucket === undefined))
    // A bucket has one global name, which leads to its region whatever that is.
    return { service, region: groups?.region ?? (groups?.bucket ? undefined : GLOBAL_REGION) };
  const isAws = /\.amazonaws\.com(:\d+)?$/i.test(host);
  const named = isAws || scopeService === undefined ? undefined : findBySigningName(scopeService);
  return named && { service: named };
}
