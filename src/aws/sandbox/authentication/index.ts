export { authenticate } from './authenticate.ts';
export { fieldNeeded, readFormProof } from './form.ts';
export { readProof, serviceOf } from './proof.ts';
export type { AuthenticationContext, FormFields, Proof, Signed, SignedForm } from './types.ts';
