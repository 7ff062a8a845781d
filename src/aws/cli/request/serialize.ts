import {
  AwsEc2QueryProtocol,
  AwsJson1_0Protocol,
  AwsJson1_1Protocol,
  AwsQueryProtocol,
  AwsRestJsonProtocol,
  AwsRestXmlProtocol,
} from '@aws-sdk/core/protocols';
import type { HttpRequest, OperationSchema, StaticOperationSchema } from '@smithy/types';
import type { ServiceModel } from '../../wire/models/index.ts';
import type { Endpoint } from './endpoint.ts';
import { bucketUrl } from './s3-handlers.ts';

export interface Unsigned {
  readonly method: string;
  readonly url: URL;
  /** Percent-encoded, as it is sent: the URL has no dot segments. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: Uint8Array;
}

/** An operation's request, by the SDK's own protocol classes. */
export async function serialize(
  service: ServiceModel,
  operation: StaticOperationSchema,
  input: Record<string, unknown>,
  endpoint: Endpoint,
): Promise<Unsigned> {
  const [, namespace, name, traits, inputSchema, outputSchema] = operation;
  const schema = { namespace, name, traits, input: inputSchema, output: outputSchema } as OperationSchema;
  const protocol = protocolOf(service, namespace);
  const request = (await protocol.serializeRequest(
    schema,
    input,
    contextOf(endpoint) as never,
  )) as HttpRequest;
  return {
    method: request.method,
    ...targetOf(request, endpoint, service.id === 's3' ? input.Bucket : undefined, name),
    headers: withoutGuess(request.headers, service.id !== 's3' || input.ContentType !== undefined),
    body: bodyBytes(request.body),
  };
}

/** The SDK names a type for every body; the CLI only that of an object, where one was given. */
function withoutGuess(headers: Record<string, string>, given: boolean): Record<string, string> {
  const { 'content-type': type, ...rest } = headers;
  return type === undefined || !given ? rest : { ...rest, 'content-type': type };
}

/** The SDK begins its XML with a declaration, the CLI does not. As bytes: a text would be sent with a type of its own. */
const bodyBytes = (body: unknown): Uint8Array | undefined =>
  typeof body === 'string'
    ? new TextEncoder().encode(body.replace(/^<\?xml [^>]*\?>/, ''))
    : (body as Uint8Array | undefined);

function protocolOf(service: ServiceModel, defaultNamespace: string) {
  const { xmlNamespace, apiVersion: version, targetPrefix: serviceTarget = '' } = service;
  const options = { defaultNamespace, xmlNamespace, version, serviceTarget };
  if (service.protocol === 'json')
    return new (service.jsonVersion === '1.0' ? AwsJson1_0Protocol : AwsJson1_1Protocol)(options);
  if (service.protocol === 'rest-json') return new AwsRestJsonProtocol(options);
  if (service.protocol === 'query') return new AwsQueryProtocol(options);
  if (service.protocol === 'ec2') return new AwsEc2QueryProtocol(options);
  return new AwsRestXmlProtocol(options);
}

function contextOf({ url }: Endpoint) {
  const endpoint = { protocol: url.protocol, hostname: url.hostname, path: '/' };
  return { endpoint: async () => endpoint };
}

/** Operations whose path ends with a slash in botocore's model of Lambda, and without one in the SDK's. */
const WITH_SLASH = [
  'CreateCodeSigningConfig',
  'CreateEventSourceMapping',
  'GetAccountSettings',
  'ListCodeSigningConfigs',
  'ListEventSourceMappings',
  'ListFunctions',
];

function targetOf(
  request: HttpRequest,
  endpoint: Endpoint,
  bucket: unknown,
  operation: string,
): Pick<Unsigned, 'url' | 'path'> {
  const url = typeof bucket === 'string' ? bucketUrl(endpoint, bucket, operation) : new URL(endpoint.url);
  const slash = WITH_SLASH.includes(operation) ? '/' : '';
  const rest = request.path === '/' ? '' : `${request.path}${slash}`;
  const path = `${url.pathname.replace(/\/$/, '')}${rest || (url.pathname === '/' ? '/' : '')}`;
  url.pathname = path;
  for (const [name, value] of Object.entries(request.query ?? {})) {
    // `x-id` tells the SDK's operations apart in logs; the CLI does not send it.
    if (name === 'x-id') continue;
    for (const one of [value].flat()) url.searchParams.append(name, one ?? '');
  }
  return { url, path };
}
