import type { StaticOperationSchema } from '@smithy/types';
import { hrefOf, type Message, toMessage } from '../wire/message/index.ts';
import type { ServiceModel } from '../wire/models/index.ts';
import { presignUrl, type SigningScope, signMessage } from '../wire/sigv4/index.ts';
import type { Globals } from './commands/globals.ts';
import type { AwsCredentials, ConfigSession, CredentialSource } from './config/index.ts';
import { CliFailure, ConnectionFailure, configurationError, ServiceFailure } from './failures.ts';
import type { CliModel } from './model/index.ts';
import { isoFormat } from './python/timestamps.ts';
import {
  checkBucketName,
  checkMetadata,
  checksumHeader,
  decodeKeys,
  type Endpoint,
  encodesKeys,
  endpointInRegion,
  findEndpoint,
  retry,
  serialize,
  type Unsigned,
  withQuotedSource,
} from './request/index.ts';
import { isErrorDespite200, readAnswer, readFailure, streamMember } from './response/index.ts';
import type { AwsHost } from './types.ts';

type Data = Record<string, unknown>;

/** Calls operations of one service with the credentials and region of a session. */
export interface Client {
  /** Undefined: none was set; the service has an endpoint that needs none. */
  readonly region: string | undefined;
  /** `input` as the SDK takes it. Throws a CliFailure for an answer that says no. */
  call(operation: StaticOperationSchema, input: Data): Promise<Data>;
  /** The URL that makes the call for whoever has it, for so many seconds; nothing is sent. */
  presign(operation: StaticOperationSchema, input: Data, seconds: number): Promise<string>;
}

/** Finds credentials and endpoint first, in the order in which the CLI complains of them. */
export function openClient(
  service: ServiceModel,
  model: CliModel,
  session: ConfigSession,
  globals: Pick<Globals, 'endpointUrl' | 'sign'>,
  host: AwsHost,
): Client {
  return new ServiceClient(service, model, session, globals, host);
}

class ServiceClient implements Client {
  readonly region: string | undefined;
  readonly #service: ServiceModel;
  readonly #model: CliModel;
  readonly #host: AwsHost;
  readonly #sign: boolean;
  readonly #max: number;
  readonly #credentials: CredentialSource | undefined;
  readonly #endpoint: Endpoint;
  /** Endpoints that S3 redirected buckets to. */
  readonly #moved = new Map<unknown, Endpoint>();
  readonly #timestamp: (text: string) => string;

  constructor(
    service: ServiceModel,
    model: CliModel,
    session: ConfigSession,
    globals: Pick<Globals, 'endpointUrl' | 'sign'>,
    host: AwsHost,
  ) {
    this.#service = service;
    this.#model = model;
    this.#host = host;
    this.#sign = globals.sign;
    this.#credentials = session.credentials();
    this.region = session.region();
    this.#endpoint = findEndpoint(service, this.region, globals.endpointUrl);
    this.#max = session.maxAttempts();
    this.#timestamp = timestampFormat(session.setting('cli_timestamp_format'));
  }

  async call(operation: StaticOperationSchema, input: Data): Promise<Data> {
    this.#check(input);
    const encoded = encodesKeys(operation[2], input);
    const data = await this.#redirected(
      operation,
      encoded ? { ...input, EncodingType: 'url' } : withQuotedSource(input),
    );
    return encoded ? decodeKeys(operation[2], data) : data;
  }

  async presign(operation: StaticOperationSchema, input: Data, seconds: number): Promise<string> {
    this.#check(input);
    const request = await serialize(this.#service, operation, input, this.#endpoint);
    if (!this.#sign) return hrefOf(request);
    return presignUrl(request, await required(this.#credentials), this.#scope(this.#endpoint), seconds);
  }

  #check(input: Data): void {
    if (this.#service.id !== 's3') return;
    checkBucketName(input.Bucket);
    checkMetadata(input.Metadata);
  }

  #scope({ signingRegion }: Endpoint): SigningScope {
    return { service: this.#service.signingName, region: signingRegion, date: this.#host.now() };
  }

  /** Follows a bucket to the region that S3 names, once. */
  async #redirected(operation: StaticOperationSchema, input: Data): Promise<Data> {
    try {
      return await this.#attempts(operation, input);
    } catch (error) {
      const region = error instanceof ServiceFailure ? regionElsewhere(error) : undefined;
      if (region === undefined || this.#moved.has(input.Bucket)) throw error;
      this.#moved.set(input.Bucket, endpointInRegion(this.#endpoint, this.#service, region));
      return this.#attempts(operation, input);
    }
  }

  async #attempts(operation: StaticOperationSchema, input: Data): Promise<Data> {
    const endpoint = this.#moved.get(input.Bucket) ?? this.#endpoint;
    const plain = await serialize(this.#service, operation, input, endpoint);
    const checksum =
      this.#service.id === 's3' ? await checksumHeader(operation[2], plain.body, plain.headers) : {};
    const request = { ...plain, headers: { ...plain.headers, ...checksum } };
    const { sleep } = this.#host;
    return retry(() => this.#once(operation, request, endpoint), { max: this.#max, sleep });
  }

  async #once(operation: StaticOperationSchema, request: Unsigned, endpoint: Endpoint): Promise<Data> {
    const signed = this.#sign
      ? await signMessage(request, await required(this.#credentials), this.#scope(endpoint))
      : toMessage(request);
    const answer = await this.#send(signed, endpoint);
    return this.#read(operation, answer);
  }

  async #read(operation: StaticOperationSchema, { status, headers, ...answer }: Answer): Promise<Data> {
    const text = new TextDecoder().decode(answer.bytes);
    const late = status === 200 && this.#service.id === 's3' && isErrorDespite200(operation[2], text);
    if (status >= 300 || late)
      throw readFailure(
        { status: late ? 500 : status, headers, body: text },
        this.#service.protocol,
        operation[2],
      );
    const body = streamMember(operation) === undefined ? text : answer.bytes;
    const reading = { model: this.#model, timestamp: this.#timestamp };
    return readAnswer(this.#service, operation, { status, headers, body }, reading);
  }

  async #send(request: Message, endpoint: Endpoint): Promise<Answer> {
    try {
      const answer = await this.#host.transport(request);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, headers: answer.headers, bytes };
    } catch (error) {
      if (error instanceof CliFailure) throw error;
      throw new ConnectionFailure(endpoint.url.href);
    }
  }
}

function timestampFormat(name: string | undefined): (text: string) => string {
  if (name === 'wire') return (text) => text;
  if (name === undefined || name === 'iso8601') return isoFormat;
  throw configurationError(
    `Unknown cli_timestamp_format value: ${name}, valid values are "wire" or "iso8601"`,
  );
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

async function required(credentials: CredentialSource | undefined): Promise<AwsCredentials> {
  if (credentials) return credentials.get();
  throw configurationError(
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
  );
}

/** The region to turn to (botocore's S3RegionRedirector). */
function regionElsewhere({ response }: ServiceFailure): string | undefined {
  const { status, code, operation, region } = response;
  const isHead = operation === 'HeadObject' || operation === 'HeadBucket';
  const elsewhere =
    status === 301 ||
    ['PermanentRedirect', 'AuthorizationHeaderMalformed'].includes(code) ||
    (isHead && code === '400');
  return elsewhere ? region : undefined;
}
