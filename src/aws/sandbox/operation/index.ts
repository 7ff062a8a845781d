import type { AnyOperation, OperationDefinition } from './types.ts';

export type {
  AccountEvent,
  AnyOperation,
  Constraint,
  IncomingRequest,
  OperationContext,
  Operations,
  Perform,
  Place,
  ReceivedRequest,
  ResourceModule,
  ServiceCall,
  ServiceContext,
  SimulatedService,
} from './types.ts';
export { findViolations, unreadMembers, unreadPaths } from './validate.ts';

/** Defines one operation: an entry of the default export of `services/<service>/<resource>.ts`, under its name in the model. */
export function defineOperation<Input extends object, Output extends object>(
  definition: OperationDefinition<Input, Output>,
): AnyOperation {
  return definition as unknown as AnyOperation;
}
