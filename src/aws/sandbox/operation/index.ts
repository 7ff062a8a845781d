export { defineOperation } from './define.ts';
export type {
  AccountEvent,
  AnyOperation,
  Constraint,
  IncomingRequest,
  OperationContext,
  Operations,
  Perform,
  ReceivedRequest,
  Resource,
  Service,
  ServiceCall,
  ServiceContext,
} from './types.ts';
export { unreadMembers, unreadPaths } from './unread.ts';
export { validate } from './validate.ts';
