import type { AnyOperation, OperationDefinition } from './types.ts';

/** Defines one operation: an entry of the default export of `services/<service>/<resource>.ts`, under its name in the model. */
export function defineOperation<Input extends object, Output extends object>(
  definition: OperationDefinition<Input, Output>,
): AnyOperation {
  return definition as unknown as AnyOperation;
}
