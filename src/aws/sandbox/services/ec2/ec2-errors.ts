import { ServiceError } from '../../operation/index.ts';

/** An error of EC2. Codes and texts: "Error codes for the Amazon EC2 API", and messages seen on AWS. */
export const ec2Error = (code: string, message: string): ServiceError => new ServiceError(400, code, message);

export const invalidParameterValue = (message: string): ServiceError =>
  ec2Error('InvalidParameterValue', message);

export const ec2MissingParameter = (name: string): ServiceError =>
  ec2Error('MissingParameter', `The request must contain the parameter ${name}`);

/** @example dependencyViolation('vpc', 'vpc-1a2b3c4d') */
export const dependencyViolation = (noun: string, id: string): ServiceError =>
  ec2Error('DependencyViolation', `The ${noun} '${id}' has dependencies and cannot be deleted.`);

export const ec2LimitExceeded = (code: string, plural: string): ServiceError =>
  ec2Error(code, `The maximum number of ${plural} has been reached.`);

export const invalidCidr = (text: string, parameter: string): ServiceError =>
  invalidParameterValue(
    `Value (${text}) for parameter ${parameter} is invalid. This is not a valid CIDR block.`,
  );

/** Refuses in the sandbox's own words what AWS would do. */
export const ec2NotSimulated = (what: string): ServiceError =>
  new ServiceError(501, 'NotImplemented', `The Tejun sandbox does not simulate ${what}.`);
