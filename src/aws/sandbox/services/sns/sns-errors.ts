import { queryErrors } from '../../errors/query-error.ts';
import { ServiceError } from '../../errors/service-error.ts';
import type { ErrorCatalogue } from '../../errors/types.ts';
import { deniedMessage } from '../../errors/wording.ts';

/** Errors of SNS: codes are the model's names, which the query protocol shortens. SNS writes its prefix in capitals. */
export const snsErrors: ErrorCatalogue = {
  ...queryErrors,
  denied: (denial) =>
    new ServiceError(
      403,
      'AuthorizationErrorException',
      deniedMessage({ ...denial, action: denial.action.replace(/^sns:/, 'SNS:') }),
    ),
};

/** `Invalid parameter: Subject` */
export function invalidParameter(text: string): ServiceError {
  return new ServiceError(400, 'InvalidParameterException', `Invalid parameter: ${text}`);
}

/** Refuses a message attribute, in the words of SNS without any words before them. */
export function invalidMessageAttribute(message: string): ServiceError {
  return new ServiceError(400, 'InvalidParameterValueException', message);
}

export function noSuchTopic(): ServiceError {
  return new ServiceError(404, 'NotFoundException', 'Topic does not exist');
}

export function noSuchSubscription(): ServiceError {
  return new ServiceError(404, 'NotFoundException', 'Subscription does not exist');
}
