import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { ALGORITHM_IDENTIFIER, createScope, SignatureV4 } from '@smithy/signature-v4';
import { hrefOf, type Message, toMessage } from '../message/index.ts';
import { canonicalPath, queryBag } from './canonical.ts';
import { computeSignature, UNSIGNED_PAYLOAD } from './signature.ts';
import type { RequestParts, SigningCredentials, SigningScope } from './types.ts';

/**
 * Signs a request with Signature Version 4, in the header form. S3 gets the hash of the body as a header too.
 * A browser drops the `host` header from the result, which whoever answers must take from the URL.
 */
export async function signRequest(
  request: RequestParts,
  credentials: SigningCredentials,
  scope: SigningScope,
): Promise<Request> {
  const { method, url, headers } = await signMessage(request, credentials, scope);
  return new Request(url, { method, headers, body: request.body as BodyInit | undefined });
}

/** The same for whoever sends the path as it is: a Request's URL has no dot segments. */
export async function signMessage(
  request: RequestParts,
  credentials: SigningCredentials,
  scope: SigningScope,
): Promise<Message> {
  const { method, url, path = url.pathname, body } = request;
  const isS3 = scope.service === 's3';
  const signer = new SignatureV4({
    service: scope.service,
    region: scope.region,
    credentials,
    sha256: Sha256,
    uriEscapePath: !isS3,
    applyChecksum: isS3,
  });
  const signed = await signer.sign(
    new HttpRequest({
      method,
      path: isS3 ? canonicalPath({ url, path }, 's3') : url.pathname,
      query: queryBag(url),
      headers: { host: url.host, ...request.headers },
      body,
    }),
    { signingDate: scope.date },
  );
  return toMessage({ ...request, headers: signed.headers });
}

/**
 * The URL of a request to S3 that whoever has it may send without a key, for so many seconds. Not checked: AWS takes
 * 1 to 604800. Source: S3 API reference, "Authenticating Requests: Using Query Parameters".
 */
export async function presignUrl(
  { method, url, path = url.pathname }: Pick<RequestParts, 'method' | 'url' | 'path'>,
  { accessKeyId, secretAccessKey, sessionToken }: SigningCredentials,
  { service, region, date }: SigningScope,
  seconds: number,
): Promise<string> {
  const timestamp = date.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = timestamp.slice(0, 8);
  const presigned = new URL(url);
  const query = {
    'X-Amz-Algorithm': ALGORITHM_IDENTIFIER,
    'X-Amz-Credential': `${accessKeyId}/${createScope(day, region, service)}`,
    'X-Amz-Date': timestamp,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
    ...(sessionToken !== undefined && { 'X-Amz-Security-Token': sessionToken }),
  };
  for (const [name, value] of Object.entries(query)) presigned.searchParams.append(name, value);
  const { signature } = await computeSignature(
    {
      ...{ method, url: presigned, path, payloadHash: UNSIGNED_PAYLOAD, signedHeaders: ['host'] },
      header: () => url.host,
    },
    { accessKeyId, secretAccessKey, day, region, service, timestamp },
  );
  presigned.searchParams.append('X-Amz-Signature', signature);
  return hrefOf({ url: presigned, path });
}
