import { signVersion2, version2StringToSign } from '../../wire/sigv2/index.ts';
import { bucketOfHost, type Message } from '../protocols/index.ts';
import type { Credential } from '../state/index.ts';
import { checkPayload, statedHash } from './payload.ts';
import { ALLOWED_SKEW_MS } from './timestamp.ts';
import type { AuthenticationContext, SignedVersion2 } from './types.ts';

/** Checks a signature of Version 2 to S3. Throws a ServiceError. */
export function checkVersion2(
  message: Message,
  signed: SignedVersion2,
  { secretAccessKey }: Credential,
  context: AuthenticationContext,
): void {
  const { errors, service } = context;
  checkTime(signed, context);
  const bucket = bucketOfHost(message.host);
  const stringToSign = version2StringToSign({
    method: message.method,
    resource: bucket === undefined ? message.path : `/${bucket}${message.path}`,
    query: message.url.searchParams,
    headers: message.headers,
    date: signed.signedDate,
  });
  const { accessKeyId, signature } = signed;
  if (signVersion2(stringToSign, secretAccessKey) !== signature)
    throw errors.signatureMismatch({ accessKeyId, signature, stringToSign });
  checkPayload(message, statedHash(message), service);
}

/** A URL says until when it is good and not when it was made: what elapses in the account cannot make it older. */
function checkTime({ form, time }: SignedVersion2, { clock, errors }: AuthenticationContext): void {
  const now = clock.wall();
  if (form === 'query') {
    if (now > time) throw errors.presignedExpired({ expires: time, now });
    return;
  }
  const skew = { requestTime: time, now, allowed: ALLOWED_SKEW_MS };
  if (now.getTime() - time.getTime() > ALLOWED_SKEW_MS) throw errors.tooOld(skew);
  if (time.getTime() - now.getTime() > ALLOWED_SKEW_MS) throw errors.tooNew(skew);
}
