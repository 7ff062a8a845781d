export { type AuthenticationContext, authenticate } from './authenticate.ts';
export { readProof } from './proof.ts';
export type { Proof } from './types.ts';
