import { ServiceError } from '../../operation/index.ts';

/** Codes and texts as recorded on AWS or quoted by its users, unless a line says that the wording is ours. */
const error = (code: string) => (message: string) => new ServiceError(400, code, message);

export const kmsValidationError = error('ValidationException');
export const kmsNotFound = error('NotFoundException');
export const invalidKeyUsage = error('InvalidKeyUsageException');
export const unsupportedByKey = error('UnsupportedOperationException');
export const tagFault = error('TagException');
export const malformedKeyPolicy = error('MalformedPolicyDocumentException');
const invalidState = error('KMSInvalidStateException');

export const noSuchKmsKey = (arn: string) => kmsNotFound(`Key '${arn}' does not exist`);
export const invalidKeyId = (id: string) => kmsNotFound(`Invalid keyId '${id}'`);
export const noSuchKeyAlias = (arn: string) => kmsNotFound(`Alias ${arn} is not found.`);
export const keyDisabled = (arn: string) => new ServiceError(400, 'DisabledException', `${arn} is disabled.`);
export const pendingDeletion = (arn: string) => invalidState(`${arn} is pending deletion.`);
/** Our wording. */
export const notPendingDeletion = (arn: string) => invalidState(`${arn} is not pending deletion.`);
/** AWS says nothing but the code. */
export const invalidCiphertext = () => new ServiceError(400, 'InvalidCiphertextException', '');
export const incorrectKey = () =>
  new ServiceError(
    400,
    'IncorrectKeyException',
    'The key ID in the request does not identify a CMK that can perform this operation.',
  );

/** Our wording. */
export const invalidKmsMarker = () =>
  new ServiceError(400, 'InvalidMarkerException', 'The marker in the request is not valid.');

/** Our wording. */
export const noSuchGrant = (id: string) => kmsNotFound(`Grant ID ${id} not found`);
