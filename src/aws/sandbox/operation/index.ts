export { defineOperation } from './define.ts';
export type {
  AccountEvent,
  AnyOperation,
  Constraint,
  OperationContext,
  Operations,
  ReceivedRequest,
  Resource,
  Service,
  ServiceCall,
  ServiceContext,
} from './types.ts';
export { unreadMembers } from './unread.ts';
export { validate } from './validate.ts';
