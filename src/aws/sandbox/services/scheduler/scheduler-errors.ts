import { ServiceError } from '../../operation/index.ts';

/** Codes as the model has them, texts as users of AWS quote them, unless a line says that the wording is ours. */
export const invalidSchedule = (message: string) => new ServiceError(400, 'ValidationException', message);
const notFound = (message: string) => new ServiceError(404, 'ResourceNotFoundException', message);
const conflict = (message: string) => new ServiceError(409, 'ConflictException', message);
export const noSuchSchedule = (name: string) => notFound(`Schedule ${name} does not exist.`);
export const noSuchGroup = (name: string) => notFound(`Schedule group ${name} does not exist.`);
export const scheduleExists = (name: string) => conflict(`Schedule ${name} already exists.`);
export const groupExists = (name: string) => conflict(`Schedule group ${name} already exists.`);
export const invalidExpression = (text: string) => invalidSchedule(`Invalid Schedule Expression ${text}.`);
export const roleNotAssumable = () =>
  invalidSchedule('The execution role you provide must allow AWS EventBridge Scheduler to assume the role.');
/** Our wording. */
export const defaultGroupStays = () => invalidSchedule('The default schedule group cannot be deleted.');
/** Our wording. */
export const invalidSchedulerToken = () => invalidSchedule('Invalid NextToken.');
/** Our wording: targets that the account does not have, or does not call. */
export const scheduleTargetNotSimulated = (arn: string) =>
  new ServiceError(
    501,
    'NotImplemented',
    `The Tejun sandbox does not simulate the target ${arn} of a schedule yet.`,
  );
