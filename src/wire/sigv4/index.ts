export { signRequest } from './sign.ts';
export { computeSignature, sha256Hex, UNSIGNED_PAYLOAD } from './signature.ts';
export type { SigningCredentials } from './types.ts';
