import { ServiceError } from '../../operation/index.ts';

/**
 * Errors by the model's names: older clients get the codes of the query protocol for them, such as
 * `ValidationError`.
 */
export const invalidAlarm = (message: string) => new ServiceError(400, 'ValidationException', message);
export const invalidValue = (message: string) =>
  new ServiceError(400, 'InvalidParameterValueException', message);
export const invalidCombination = (message: string) =>
  new ServiceError(400, 'InvalidParameterCombinationException', message);
export const missingParameter = (message: string) =>
  new ServiceError(400, 'MissingRequiredParameterException', message);
/** Without any text, as AWS answers. */
export const noSuchAlarm = () => new ServiceError(404, 'ResourceNotFound', '');
/** Our wording. */
export const noSuchTaggedAlarm = (arn: string) =>
  new ServiceError(404, 'ResourceNotFoundException', `The resource ${arn} does not exist.`);
/** Our wording. */
export const invalidToken = () => new ServiceError(400, 'InvalidNextToken', 'Invalid NextToken.');
/** Our wording: what CloudWatch takes and the account does not have. */
export const metricNotSimulated = (what: string) =>
  new ServiceError(501, 'NotImplemented', `The Tejun sandbox does not simulate ${what} of cloudwatch yet.`);
