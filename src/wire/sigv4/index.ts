export { signRequest } from './sign.ts';
export type { RequestParts, SigningCredentials, SigningScope } from './types.ts';
