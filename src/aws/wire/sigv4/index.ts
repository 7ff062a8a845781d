export { computeChunkSignature, computeTrailerSignature } from './chunk.ts';
export { presignUrl, signMessage, signRequest } from './sign.ts';
export { computeSignature, type SignatureScope, sha256Hex, signText, UNSIGNED_PAYLOAD } from './signature.ts';
export type { SigningCredentials, SigningScope } from './types.ts';
