import { ServiceError } from '../../operation/index.ts';

/** Codes and texts as recorded on AWS or quoted by its users, unless a line says that the wording is ours. */
const error = (code: string) => (message: string) => new ServiceError(400, code, message);

export const invalidSecretParameter = error('InvalidParameterException');
export const invalidSecretRequest = error('InvalidRequestException');
export const resourceExists = error('ResourceExistsException');
export const secretValidationError = error('ValidationException');
export const malformedSecretPolicy = error('MalformedPolicyDocumentException');
const notFound = error('ResourceNotFoundException');

export const noSuchSecret = () => notFound("Secrets Manager can't find the specified secret.");

/** Our wording. */
export const invalidSecretsToken = () =>
  new ServiceError(400, 'InvalidNextTokenException', 'The NextToken value is invalid.');

/** Every client sends a token of its own where none is given. */
export const noRequestToken = () =>
  invalidSecretRequest('You must provide a ClientRequestToken value. We recommend a UUID-type value.');

/** `what`: `staging label: AWSPREVIOUS`, `VersionId: ...` */
export const noSuchValue = (what: string) =>
  notFound(`Secrets Manager can't find the specified secret value for ${what}`);

export const markedForDeletion = () =>
  invalidSecretRequest("You can't perform this operation on the secret because it was marked for deletion.");
