import { scopeText } from './query-error.ts';
import { ServiceError } from './service-error.ts';
import type { ErrorCatalogue } from './types.ts';
import {
  deniedMessage,
  incompleteSignature,
  notSimulatedMessage,
  tooNew,
  tooOld,
  validationErrors,
} from './wording.ts';

const INVALID_TOKEN = 'The security token included in the request is invalid';

/**
 * Errors of services that speak JSON. Codes as "Common errors" of their API references list them, texts as seen on AWS
 * unless a line says that the wording is ours. `status`: of what is wrong with credentials or permissions, 400 for AWS
 * JSON and 403 for REST.
 */
function createErrors(status: number): ErrorCatalogue {
  const mismatch = (message: string) => new ServiceError(status, 'InvalidSignatureException', message);
  const unknown = (message: string) => new ServiceError(status, 'UnrecognizedClientException', message);
  return {
    missingAuthentication: () =>
      new ServiceError(status, 'MissingAuthenticationTokenException', 'Missing Authentication Token'),
    malformedAuthorization: (fault) =>
      new ServiceError(status, 'IncompleteSignatureException', incompleteSignature(fault)),
    wrongScope: (fault) => mismatch(scopeText(fault)),
    unknownKey: () => unknown(`${INVALID_TOKEN}.`),
    tokenMissing: () => unknown(`${INVALID_TOKEN}.`),
    tokenInvalid: () => unknown(`${INVALID_TOKEN}.`),
    tokenExpired: () =>
      new ServiceError(
        status,
        'ExpiredTokenException',
        'The security token included in the request is expired',
      ),
    signatureMismatch: () =>
      mismatch(
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      ),
    tooOld: (skew) => mismatch(tooOld(skew)),
    tooNew: (skew) => mismatch(tooNew(skew)),
    presignedExpired: ({ expires, expiresSeconds = 0, now }) => {
      const allowed = expiresSeconds * 1000;
      return mismatch(tooOld({ requestTime: new Date(expires.getTime() - allowed), now, allowed }));
    },
    denied: (denial) => new ServiceError(status, 'AccessDeniedException', deniedMessage(denial)),
    unknownOperation: () => new ServiceError(400, 'UnknownOperationException', ''),
    invalid: (violations) => new ServiceError(400, 'ValidationException', validationErrors(violations)),
    // Our wording: the texts for a parameter of the wrong type are not known.
    unreadable: (name, text, type) =>
      new ServiceError(
        400,
        'SerializationException',
        `The value '${text}' of ${name} is not a valid ${type}.`,
      ),
    malformedBody: () => new ServiceError(400, 'SerializationException', ''),
    notSimulated: (service, operation) =>
      new ServiceError(501, 'NotImplemented', notSimulatedMessage(service, operation)),
    internal: () =>
      new ServiceError(500, 'InternalFailure', 'The Tejun sandbox failed to process the request.'),
  };
}

export const jsonErrors = createErrors(400);
export const restJsonErrors = createErrors(403);
