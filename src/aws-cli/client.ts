import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceModel } from '../wire/models/index.ts';
import { signRequest } from '../wire/sigv4/index.ts';
import type { Globals } from './commands/globals.ts';
import type { Credentials, Session } from './config/index.ts';
import type { ServiceFacts } from './facts/index.ts';
import { CliFailure, configurationError, generalError } from './failures.ts';
import { isoFormat } from './python/timestamps.ts';
import {
  checkBucketName,
  decodeKeys,
  type Endpoint,
  encodesKeys,
  findEndpoint,
  serialize,
} from './request/index.ts';
import { readAnswer, readFailure } from './response/index.ts';
import type { AwsHost } from './types.ts';

/** Calls operations of one service with the credentials and region of a session. */
export interface Client {
  /** `input` as the SDK takes it. Throws a CliFailure for an answer that says no. */
  call(operation: StaticOperationSchema, input: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** Finds credentials and endpoint first, in the order in which the CLI complains of them. */
export function openClient(
  service: ServiceModel,
  facts: ServiceFacts,
  session: Session,
  globals: Globals,
  host: AwsHost,
): Client {
  const credentials = session.credentials();
  const endpoint = findEndpoint(service, session.region(), globals.endpointUrl);
  const timestamp = session.setting('cli_timestamp_format') === 'wire' ? (text: string) => text : isoFormat;
  return {
    async call(operation, input) {
      if (service.id === 's3') checkBucketName(input.Bucket);
      const encoded = encodesKeys(operation[2], input);
      const request = await serialize(
        service,
        operation,
        encoded ? { ...input, EncodingType: 'url' } : input,
        endpoint,
      );
      const signed = globals.sign
        ? await signRequest(request, required(credentials), scopeOf(service, endpoint, host))
        : new Request(request.url, { ...request, body: request.body as BodyInit | undefined });
      const answer = await send(signed, host, endpoint);
      const body = await answer.text();
      if (answer.status >= 300) throw readFailure(answer.status, body, service.protocol, operation[2]);
      const data = readAnswer(service, operation, { headers: answer.headers, body }, { facts, timestamp });
      return encoded ? decodeKeys(operation[2], data) : data;
    },
  };
}

const scopeOf = (service: ServiceModel, endpoint: Endpoint, host: AwsHost) => ({
  service: service.signingName,
  region: endpoint.signingRegion,
  date: host.now(),
});

function required(credentials: Credentials | undefined): Credentials {
  if (credentials) return credentials;
  throw configurationError(
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
  );
}

async function send(request: Request, host: AwsHost, endpoint: Endpoint): Promise<Response> {
  try {
    return await host.transport(request);
  } catch (error) {
    if (error instanceof CliFailure) throw error;
    throw generalError(`Could not connect to the endpoint URL: "${endpoint.url.href}"`);
  }
}
