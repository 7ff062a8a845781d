export { type Account, accountStrings, readAccount } from './account/index.ts';
export { type Clock, createElapsed, createManualClock, type ManualClock } from './clock/index.ts';
export { createRandom } from './random/index.ts';
export { createSandbox } from './sandbox.ts';
export type { AccountResource, ApiCall } from './state/index.ts';
export type { KeyOwner, LongTermKey, Permissions, Sandbox } from './types.ts';
export { matchesWildcard } from './wildcard/index.ts';
