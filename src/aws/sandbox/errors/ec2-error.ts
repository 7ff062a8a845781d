import { ServiceError } from './service-error.ts';
import type { Denial, ErrorCatalogue, Violation } from './types.ts';
import { deniedMessage, incompleteSignature, notSimulatedMessage } from './wording.ts';

const authFailure = (): ServiceError =>
  new ServiceError(401, 'AuthFailure', 'AWS was not able to validate the provided access credentials');

/** Errors of EC2, which says little about what is wrong with credentials. */
export const ec2Errors: ErrorCatalogue = {
  missingAuthentication: () => missing('AWSAccessKeyId'),
  // Our choice: EC2's documentation lists IncompleteSignature, its texts are not known.
  malformedAuthorization: (fault) => new ServiceError(400, 'IncompleteSignature', incompleteSignature(fault)),
  wrongScope: authFailure,
  unknownKey: authFailure,
  tokenMissing: authFailure,
  tokenInvalid: authFailure,
  tokenExpired: () => new ServiceError(400, 'RequestExpired', 'Request has expired.'),
  signatureMismatch: authFailure,
  tooOld: authFailure,
  tooNew: authFailure,
  presignedExpired: () => new ServiceError(400, 'RequestExpired', 'Request has expired.'),
  denied: (denial) =>
    new ServiceError(
      403,
      'UnauthorizedOperation',
      `You are not authorized to perform this operation. ${deniedMessage(denial)}${details(denial)}`,
    ),
  unknownOperation: (name) =>
    name === ''
      ? missing('Action')
      : new ServiceError(400, 'InvalidAction', `The action ${name} is not valid for this web service.`),
  invalid: (violations) => {
    const [first] = violations;
    return first?.rule.kind === 'required' ? missing(first.wireName) : invalidValue(first);
  },
  // Our wording.
  unreadable: (name, text, type) =>
    new ServiceError(
      400,
      'InvalidParameterValue',
      `Value (${text}) for parameter ${name} is invalid. It must be a valid ${type}.`,
    ),
  // Our wording.
  malformedBody: () =>
    new ServiceError(400, 'InvalidRequest', 'The body of the request cannot be read as form data.'),
  notSimulated: (service, operation) =>
    new ServiceError(501, 'NotImplemented', notSimulatedMessage(service, operation)),
  internal: () => new ServiceError(500, 'InternalError', 'The Tejun sandbox failed to process the request.'),
};

/** Only where the action knows a resource, as mutating calls do. */
function details({ resource, encoded }: Denial): string {
  return resource === undefined ? '' : `. Encoded authorization failure message: ${encoded()}`;
}

function missing(parameter: string): ServiceError {
  return new ServiceError(400, 'MissingParameter', `The request must contain the parameter ${parameter}`);
}

/** The form is AWS's, seen for a number that is too small; for other rules the wording is ours. */
function invalidValue(violation: Violation | undefined): ServiceError {
  const wanted = violation ? ` ${expectation(violation.rule)}` : '';
  const message = `Value ( ${violation?.value} ) for parameter ${violation?.wireName} is invalid.${wanted}`;
  return new ServiceError(400, 'InvalidParameterValue', message);
}

function expectation(rule: Violation['rule']): string {
  switch (rule.kind) {
    case 'min':
      return `Expecting a value greater than or equal to ${rule.limit}.`;
    case 'max':
      return `Expecting a value smaller than or equal to ${rule.limit}.`;
    case 'enum':
      return `Expecting one of ${rule.values.join(', ')}.`;
    default:
      return 'Expecting another form.';
  }
}
