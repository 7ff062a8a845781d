export { defineOperation } from './define.ts';
export type {
  AnyOperation,
  Constraint,
  OperationContext,
  Operations,
  ReceivedRequest,
  Resource,
  Service,
} from './types.ts';
export { validate } from './validate.ts';
