export { signRequest } from './sign.ts';
export { type ComputedSignature, computeSignature, sha256Hex, UNSIGNED_PAYLOAD } from './signature.ts';
export type { RequestParts, SigningCredentials, SigningScope } from './types.ts';
