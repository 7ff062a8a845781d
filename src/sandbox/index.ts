export { type Account, accountStrings, readAccount } from './account/index.ts';
export { type Clock, createManualClock, type ManualClock } from './clock/index.ts';
export { createRandom, type Random } from './random/index.ts';
export { createSandbox } from './sandbox.ts';
export type { LongTermKey, Sandbox, SandboxOptions } from './types.ts';
