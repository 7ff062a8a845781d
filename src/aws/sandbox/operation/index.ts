export { defineOperation } from './define.ts';
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
export { unreadMembers, unreadPaths } from './unread.ts';
export { findViolations } from './validate.ts';
