import type { AnyOperation, OperationDefinition } from './types.ts';

/** Defines one operation: the default export of `services/<service>/operations/<operation-in-kebab-case>.ts`. */
export function defineOperation<Input extends object, Output extends object>(
  definition: OperationDefinition<Input, Output>,
): AnyOperation {
  return definition as unknown as AnyOperation;
}
