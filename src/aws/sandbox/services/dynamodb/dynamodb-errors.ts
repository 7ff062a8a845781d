import { ServiceError } from '../../operation/index.ts';

export function invalid(message: string): ServiceError {
  return new ServiceError(400, 'ValidationException', message);
}

/** `One or more parameter values were invalid: Missing the key id in the item` */
export function invalidValues(reason: string): ServiceError {
  return invalid(`One or more parameter values were invalid: ${reason}`);
}

/** Operations on items do not name the table; those on tables do. */
export function tableNotFound(name?: string): ServiceError {
  const named = name === undefined ? '' : `: Table: ${name} not found`;
  return new ServiceError(400, 'ResourceNotFoundException', `Requested resource not found${named}`);
}

export function resourceInUse(message: string): ServiceError {
  return new ServiceError(400, 'ResourceInUseException', message);
}

export const DUPLICATE = 'Duplicate primary key exists in table';

/** An INSERT of a key that is there. */
export function duplicateItem(): ServiceError {
  return new ServiceError(400, 'DuplicateItemException', DUPLICATE);
}

/** A condition that does not hold; with the item that it was checked against, where the caller wants it. */
export function conditionFailed(item?: object): ServiceError {
  const failed = new ServiceError(400, 'ConditionalCheckFailedException', 'The conditional request failed');
  return item ? failed.with({ Item: item }) : failed;
}
