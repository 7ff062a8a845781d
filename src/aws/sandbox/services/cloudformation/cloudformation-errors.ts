import { queryErrors } from '../../errors/query-error.ts';
import { ServiceError } from '../../errors/service-error.ts';
import type { ErrorCatalogue } from '../../errors/types.ts';

/** Errors of CloudFormation are those of the query protocol. */
export const cloudformationErrors: ErrorCatalogue = queryErrors;

/** A refusal of CloudFormation's: nearly all are of this code. */
export function validationError(message: string): ServiceError {
  return new ServiceError(400, 'ValidationError', message);
}

/** `Template format error: ...` */
export function templateError(message: string): ServiceError {
  return validationError(`Template format error: ${message}`);
}

/** DescribeStacks, GetTemplate and the lists of resources name a missing stack so. */
export function noStackWithId(name: string): ServiceError {
  return validationError(`Stack with id ${name} does not exist`);
}

/** UpdateStack, DescribeStackEvents and the operations on change sets name a missing stack so. */
export function noStack(name: string): ServiceError {
  return validationError(`Stack [${name}] does not exist`);
}

export function stackExists(name: string): ServiceError {
  return new ServiceError(400, 'AlreadyExistsException', `Stack [${name}] already exists`);
}

/** Our wording: a part of a template that AWS has and the sandbox has not. */
export function templateNotSimulated(part: string): ServiceError {
  return new ServiceError(501, 'NotImplemented', `The Tejun sandbox does not simulate ${part} yet.`);
}
