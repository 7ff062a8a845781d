import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { canonicalPath, queryBag } from './canonical.ts';
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
      method: request.method,
      path: isS3 ? canonicalPath(request.url.pathname, 's3') : request.url.pathname,
      query: queryBag(request.url),
      headers: { host: request.url.host, ...request.headers },
      body: request.body,
    }),
    { signingDate: scope.date },
  );
  return new Request(request.url, {
    method: request.method,
    headers: signed.headers,
    body: request.body as BodyInit | undefined,
  });
}
