import { ServiceError } from './service-error.ts';
import type { ErrorCatalogue, ScopeFault } from './types.ts';
import {
  deniedMessage,
  incompleteSignature,
  notSimulatedMessage,
  tooNew,
  tooOld,
  validationErrors,
} from './wording.ts';

const INVALID_TOKEN = 'The security token included in the request is invalid';

const mismatch = (message: string): ServiceError => new ServiceError(403, 'SignatureDoesNotMatch', message);

/** Errors of STS and IAM. Statuses and texts as seen on AWS, unless a line says that the wording is ours. */
export const queryErrors: ErrorCatalogue = {
  missingAuthentication: () =>
    new ServiceError(403, 'MissingAuthenticationToken', 'Request is missing Authentication Token'),
  malformedAuthorization: (fault) =>
    fault.kind === 'unsigned-host'
      ? mismatch(incompleteSignature(fault))
      : new ServiceError(400, 'IncompleteSignature', incompleteSignature(fault)),
  wrongScope: (fault) => mismatch(scopeText(fault)),
  // With a full stop, where the errors of tokens have none: AWS words them so.
  unknownKey: () => new ServiceError(403, 'InvalidClientTokenId', `${INVALID_TOKEN}.`),
  tokenMissing: () => new ServiceError(403, 'InvalidClientTokenId', `${INVALID_TOKEN}.`),
  tokenInvalid: () => new ServiceError(403, 'InvalidClientTokenId', INVALID_TOKEN),
  tokenExpired: () =>
    new ServiceError(403, 'ExpiredToken', 'The security token included in the request is expired'),
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
  denied: (denial) => new ServiceError(403, 'AccessDenied', deniedMessage(denial)),
  unknownOperation: (name, version) =>
    name === ''
      ? new ServiceError(400, 'MissingAction', 'Missing Action')
      : new ServiceError(400, 'InvalidAction', `Could not find operation ${name} for version ${version}`),
  invalid: (violations) => new ServiceError(400, 'ValidationError', validationErrors(violations)),
  // Our wording: the texts for a parameter of the wrong type are not known.
  unreadable: (name, text, type) =>
    new ServiceError(400, 'MalformedInput', `The value '${text}' of ${name} is not a valid ${type}.`),
  // Our wording.
  malformedBody: () =>
    new ServiceError(400, 'MalformedInput', 'The body of the request cannot be read as form data.'),
  notSimulated: (service, operation) =>
    new ServiceError(501, 'NotImplemented', notSimulatedMessage(service, operation)),
  internal: () =>
    new ServiceError(500, 'InternalFailure', 'The Tejun sandbox failed to process the request.'),
};

/** Says what is wrong with the scope of a credential. */
export function scopeText(fault: ScopeFault): string {
  switch (fault.part) {
    case 'day':
      return `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${fault.got}' != '${fault.expected}'.`;
    case 'region':
      return `Credential should be scoped to a valid region. `;
    case 'service':
      return `Credential should be scoped to correct service: '${fault.expected}'. `;
    case 'terminator':
      return `Credential should be scoped with a valid terminator: 'aws4_request', not '${fault.got}'.`;
  }
}
