import { ServiceError } from '../../operation/index.ts';

const error = (code: string) => (message: string) => new ServiceError(400, code, message);

/** Codes and texts as recorded on AWS or quoted by its users, unless a line says that the wording is ours. */
export const eventsValidationError = error('ValidationException');
const notFound = error('ResourceNotFoundException');
export const invalidEventPattern = (reason: string) =>
  error('InvalidEventPatternException')(`Event pattern is not valid. Reason: ${reason}`);
export const noSuchBus = (name: string) => notFound(`Event bus ${name} does not exist.`);
export const noSuchRule = (name: string, bus: string) =>
  notFound(`Rule ${name} does not exist on EventBus ${bus}.`);
export const noSuchStatement = () => notFound('Statement with the provided id does not exist.');
export const busExists = (name: string) =>
  error('ResourceAlreadyExistsException')(`Event bus ${name} already exists.`);
export const tooManyEventResources = () =>
  error('LimitExceededException')('The requested resource exceeds the maximum number allowed.');
/** Our wording. */
export const invalidEventsToken = () => eventsValidationError('Parameter NextToken is not valid.');
/** Our wording: targets of services that the account does not have, or does not call. */
export const targetNotSimulated = (arn: string) =>
  new ServiceError(
    501,
    'NotImplemented',
    `The Tejun sandbox does not simulate the target ${arn} of events:PutTargets yet.`,
  );
