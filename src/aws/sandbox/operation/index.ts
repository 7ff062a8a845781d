/** Door to what the operations of services are written with: their definition, errors, the account, pages and ids. */
import type { AnyOperation, OperationDefinition } from './types.ts';

export { failureOf, parameterNotSimulated, ServiceError } from '../errors/index.ts';
export {
  mfaSeed,
  newAccessKeyId,
  newRequestId,
  newSessionToken,
  newUniqueId,
  objectVersionId,
  secretAccessKey,
  uploadId,
} from '../identifiers/index.ts';
export {
  pageToken,
  paginate,
  type ResultPage,
  readPageToken,
  sortedBy,
} from '../pagination/index.ts';
export {
  type AccountState,
  type Caller,
  type Credential,
  defineSlice,
  type GroupRecord,
  groupsOf,
  type IamIdentity,
  type InstanceProfile,
  identitiesOf,
  identityOf,
  instanceProfileState,
  isOfAws,
  type ListedResource,
  type LongTermCredential,
  type ManagedPolicy,
  type MfaDevice,
  nameTag,
  type PolicyText,
  type PolicyVersion,
  type RoleRecord,
  type UserRecord,
} from '../state/index.ts';

export type {
  AccountEvent,
  AnyOperation,
  Constraint,
  IncomingRequest,
  OperationContext,
  Operations,
  Perform,
  ReceivedRequest,
  ResourceModule,
  ResourceScope,
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
