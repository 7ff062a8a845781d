import { ServiceError } from '../../operation/index.ts';

export function ssmValidationError(message: string): ServiceError {
  return new ServiceError(400, 'ValidationException', message);
}

/** AWS says nothing but the code. */
export function parameterNotFound(): ServiceError {
  return new ServiceError(400, 'ParameterNotFound', '');
}

/** A text that users of AWS quote. */
export function versionNotFound(name: string, version: string): ServiceError {
  return new ServiceError(
    400,
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${version} of ${name}. Verify the version and try again.`,
  );
}

/** Our wording. */
export function invalidNextToken(): ServiceError {
  return new ServiceError(400, 'InvalidNextToken', 'The specified token is not valid.');
}
