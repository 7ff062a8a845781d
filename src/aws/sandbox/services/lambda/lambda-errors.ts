import { ServiceError } from '../../operation/index.ts';

/**
 * Lambda's errors. Codes, statuses and texts as recorded on AWS, unless a line says that the wording is ours. All but
 * those of the front end name the party at fault (`Type`).
 */
const error = (status: number, code: string) => (message: string) =>
  new ServiceError(status, code, message).with({ Type: 'User' });

export const invalidLambdaParameter = error(400, 'InvalidParameterValueException');
export const lambdaNotFound = error(404, 'ResourceNotFoundException');
export const lambdaConflict = error(409, 'ResourceConflictException');
export const invalidRequestContent = error(400, 'InvalidRequestContentException');
const resourceInUse = error(400, 'ResourceInUseException');
const preconditionFailed = error(412, 'PreconditionFailedException');

export const functionNotFound = (arn: string) => lambdaNotFound(`Function not found: ${arn}`);
export const noSuchAlias = (arn: string) => lambdaNotFound(`Cannot find alias arn: ${arn}`);
export const noSuchResource = () => lambdaNotFound('The resource you requested does not exist.');

export const functionExists = (name: string) => lambdaConflict(`Function already exist: ${name}`);

export const otherRevision = (of: 'GetFunction/GetAlias' | 'GetPolicy') =>
  preconditionFailed(
    `The Revision Id provided does not match the latest Revision Id. Call the ${of} API to retrieve the latest Revision Id`,
  );

/** Text as users of AWS quote it. */
export const functionPending = () =>
  lambdaConflict(
    'The operation cannot be performed at this time. The function is currently in the following state: Pending',
  );

export const updateInProgress = (arn: string) =>
  lambdaConflict(
    `The operation cannot be performed at this time. An update is in progress for resource: ${arn}`,
  );

/** Text as users of AWS quote it. */
export const roleNotAssumable = () =>
  invalidLambdaParameter('The role defined for the function cannot be assumed by Lambda.');

export const invalidZip = () =>
  invalidLambdaParameter('Could not unzip uploaded file. Please check your file, then try to upload again.');

/** Text as users of AWS quote it: a request of more than 70,167,211 bytes does not reach Lambda. */
export const zipTooLarge = () =>
  new ServiceError(413, 'RequestEntityTooLargeException', 'Zipped size must be smaller than 52428800 bytes');

export const tooManyRequests = () =>
  new ServiceError(429, 'TooManyRequestsException', 'Rate Exceeded.').with({
    Type: 'User',
    Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
  });

/** As recorded on AWS, with its blanks. */
export const duplicateEventSource = (queue: string, name: string, id: string) =>
  lambdaConflict(
    `An event source mapping with SQS arn (" ${queue} ") and function (" ${name} ") already exists. Please update or delete the existing mapping with UUID ${id}`,
  );

/** Text as users of AWS quote it. */
export const eventSourceInUse = () =>
  resourceInUse('Cannot update the event source mapping because it is in use.');

/** Our memory of AWS's text. */
export const versionPointedTo = (arn: string, aliases: readonly string[]) =>
  lambdaConflict(
    `Version ${arn} cannot be deleted because the following aliases reference it: [${aliases.join(', ')}]`,
  );

/** Our wording. */
export const invalidMarker = () => invalidLambdaParameter('The Marker is invalid.');
