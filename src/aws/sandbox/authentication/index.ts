export { authenticate } from './authenticate.ts';
export { parseSignature, serviceOf } from './parse-signature.ts';
export { fieldNeeded, readFormProof } from './signed-form.ts';
export type { AuthenticationContext, FormFields, RequestSignature, Signed, SignedForm } from './types.ts';
