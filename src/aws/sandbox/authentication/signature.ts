import { computeSignature } from '../../wire/sigv4/index.ts';
import { type ErrorCatalogue, ServiceError } from '../errors/index.ts';
import type { Message } from '../protocols/index.ts';
import type { Credential } from '../state/index.ts';
import type { Signed } from './types.ts';

/** Signs the request again with the key that it names. Throws a ServiceError where the two signatures differ. */
export async function checkSignature(
  message: Message,
  signed: Signed,
  credential: Credential,
  payloadHash: string,
  errors: ErrorCatalogue,
): Promise<void> {
  const { scope, signedHeaders, timestamp, signature } = signed;
  const { accessKeyId, secretAccessKey } = credential;
  const { day, region, service } = scope;
  const computed = await computeSignature(
    {
      method: message.method,
      url: message.url,
      path: message.path,
      header: (name) => (name === 'host' ? message.host : headerOf(message, name)),
      signedHeaders,
      payloadHash,
    },
    { accessKeyId, secretAccessKey, day, region, service, timestamp },
  ).catch((error: unknown) => {
    if (error instanceof URIError)
      throw new ServiceError(400, 'InvalidURI', "Couldn't parse the specified URI.");
    throw error;
  });
  if (computed.signature === signature) return;
  const { stringToSign, canonicalRequest } = computed;
  throw errors.signatureMismatch({ accessKeyId, signature, stringToSign, canonicalRequest });
}

/** A signature may claim to cover what cannot be a header's name (RFC 9110, 5.6.2): no request has such a one. */
function headerOf({ headers }: Message, name: string): string | undefined {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) ? (headers.get(name) ?? undefined) : undefined;
}
