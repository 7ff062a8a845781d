export { defineOperation } from './define.ts';
export { kebabCase, loadOperation } from './load.ts';
export type { AnyOperation, Constraint, OperationContext, ReceivedRequest, Service } from './types.ts';
export { validate } from './validate.ts';
