import { Sha256 } from '@aws-crypto/sha256-js';
import { PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { type HttpRequest, HttpResponse } from '@smithy/protocol-http';
import { createManualClock, createRandom, createSandbox } from '../../../../../src/aws/sandbox/index.ts';
import { accountOfFile } from '../../account-of.ts';
import { START } from '../../practice.ts';
import { toRequest } from '../../sdk.ts';

export const BUCKET = 'tokyo-bucket';

/** An account with three buckets: one in Tokyo, one in Ohio, one in us-east-1; its owner, and a reader. */
export function openS3(user: 'owner' | 'reader' = 'owner', config: Partial<S3ClientConfig> = {}) {
  const account = accountOfFile('test/fixtures/aws/sandbox/s3-account.yaml');
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom('s3') });
  const credentialsOf = (name: string) => {
    const key = sandbox.longTermKeys.find(({ userName }) => userName === name);
    if (!key) throw new Error(`${name} has no key`);
    return { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey };
  };
  const sent: Request[] = [];
  const received: Response[] = [];
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
    async handle(request: HttpRequest) {
      const message = await whole(request);
      sent.push(message.clone());
      const response = await sandbox.handle(message);
      received.push(response.clone());
      const { status, headers } = response;
      const body = response.body ?? new Blob([]).stream();
      return {
        response: new HttpResponse({ statusCode: status, headers: Object.fromEntries(headers), body }),
      };
    },
  };
  const clientOf = (name: string, more: Partial<S3ClientConfig> = {}) =>
    new S3Client({
      region: 'ap-northeast-1',
      credentials: credentialsOf(name),
      requestHandler,
      sha256: Sha256,
      maxAttempts: 1,
      ...config,
      ...more,
    });
  const client = clientOf(user);
  const put = (Key: string, Body: string | Uint8Array = Key, more: object = {}) =>
    clientOf('owner').send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }));
  return { sandbox, clock, client, clientOf, credentialsOf, put, sent, received };
}

/** A stream that the SDK sends in chunks is read to its end, as a server would. */
async function whole(request: HttpRequest): Promise<Request> {
  const { body } = request;
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return toRequest(request);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return toRequest(Object.assign(Object.create(request), { body: Buffer.concat(chunks) }));
}

/** `n` bytes, none like its neighbours. */
export function bytes(n: number): Uint8Array {
  return Uint8Array.from({ length: n }, (_, i) => (i * 31 + (i >> 8)) & 255);
}
