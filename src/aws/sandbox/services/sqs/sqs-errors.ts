import { queryErrors } from '../../errors/query-error.ts';
import { ServiceError } from '../../errors/service-error.ts';
import type { ErrorCatalogue } from '../../errors/types.ts';
import { deniedMessage, validationErrors } from '../../errors/wording.ts';

/** Errors of SQS, which keeps the codes of its query protocol whatever a client speaks. */
export const sqsErrors: ErrorCatalogue = {
  ...queryErrors,
  // SQS writes its actions in small letters: `sqs:sendmessage`.
  denied: (denial) =>
    new ServiceError(403, 'AccessDenied', deniedMessage({ ...denial, action: denial.action.toLowerCase() })),
  invalid: (violations) => {
    const missing = violations.find(({ rule }) => rule.kind === 'required');
    return missing
      ? new ServiceError(
          400,
          'MissingParameter',
          `The request must contain the parameter ${missing.wireName}.`,
        )
      : new ServiceError(400, 'InvalidParameterValue', validationErrors(violations));
  },
};

/** Refuses a parameter, in SQS's words. */
export function invalidSqsParameter(message: string): ServiceError {
  return new ServiceError(400, 'InvalidParameterValue', message);
}

/** `Value 11 for parameter MaxNumberOfMessages is invalid. Reason: ...` */
export function invalidSqsValue(parameter: string, value: unknown, reason: string): ServiceError {
  return invalidSqsParameter(`Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`);
}

export function missingParameter(name: string): ServiceError {
  return new ServiceError(400, 'MissingParameter', `The request must contain the parameter ${name}.`);
}

export function noSuchQueue(): ServiceError {
  return new ServiceError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
}
