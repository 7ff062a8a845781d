import { ServiceError } from '../../operation/index.ts';

/** Codes and statuses: API reference, errors of each operation. */
export const noSuchEntity = (message: string): ServiceError => new ServiceError(404, 'NoSuchEntity', message);
export const alreadyExists = (message: string): ServiceError =>
  new ServiceError(409, 'EntityAlreadyExists', message);
export const deleteConflict = (message: string): ServiceError =>
  new ServiceError(409, 'DeleteConflict', message);
export const limitExceeded = (message: string): ServiceError =>
  new ServiceError(409, 'LimitExceeded', message);
export const invalidInput = (message: string): ServiceError => new ServiceError(400, 'InvalidInput', message);
export const iamValidationError = (message: string): ServiceError =>
  new ServiceError(400, 'ValidationError', message);
export const malformedPolicy = (message: string): ServiceError =>
  new ServiceError(400, 'MalformedPolicyDocument', message);

/** AWS's form, seen for AccessKeysPerUser, PoliciesPerUser, RolesPerAccount and others; by analogy for the rest. */
export const quotaExceeded = (quota: string, limit: number): ServiceError =>
  limitExceeded(`Cannot exceed quota for ${quota}: ${limit}`);
