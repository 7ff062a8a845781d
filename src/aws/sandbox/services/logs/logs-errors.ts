import { jsonErrors } from '../../errors/json-service-error.ts';
import { ServiceError } from '../../errors/service-error.ts';
import type { ErrorCatalogue } from '../../errors/types.ts';
import { validationErrors } from '../../errors/wording.ts';

/** Errors of CloudWatch Logs: what breaks the model is an InvalidParameterException, as recorded on AWS. */
export const logsErrors: ErrorCatalogue = {
  ...jsonErrors,
  invalid: (violations) => invalidLogsParameter(validationErrors(violations)),
};

const error = (code: string) => (message: string) => new ServiceError(400, code, message);

/** Codes and texts as recorded on AWS or quoted by its users, unless a line says that the wording is ours. */
export const invalidLogsParameter = error('InvalidParameterException');
const logsNotFound = error('ResourceNotFoundException');
const alreadyExists = error('ResourceAlreadyExistsException');

export const noSuchLogGroup = () => logsNotFound('The specified log group does not exist.');
export const noSuchLogStream = () => logsNotFound('The specified log stream does not exist.');
export const logGroupExists = () => alreadyExists('The specified log group already exists');
export const logStreamExists = () => alreadyExists('The specified log stream already exists');
/** As emulators of AWS have it. */
export const noSuchMetricFilter = () => logsNotFound('The specified metric filter does not exist.');
export const noSuchResourcePolicy = (name: string) =>
  logsNotFound(`Policy with name [${name}] does not exist.`);
export const logsLimitExceeded = () => error('LimitExceededException')('Resource limit exceeded.');
export const invalidLogsToken = () => invalidLogsParameter('The specified nextToken is invalid.');
