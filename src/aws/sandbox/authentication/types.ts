import type { AuthorizationFault, SignatureForm } from '../errors/index.ts';

/** The `Credential` of a signature. */
export interface CredentialScope {
  readonly accessKeyId: string;
  /** `20260105` */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  /** `aws4_request` on a good one. */
  readonly terminator: string;
}

/** How a request proves who sends it. */
export type Proof =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'malformed';
      readonly form: SignatureForm;
      readonly fault: AuthorizationFault;
      readonly service?: string;
    }
  | {
      readonly kind: 'signed';
      readonly form: SignatureForm;
      readonly scope: CredentialScope;
      readonly signedHeaders: readonly string[];
      readonly signature: string;
      /** `20260105T000000Z`, as the signature covers it. */
      readonly timestamp: string;
      readonly time: Date;
      readonly token?: string;
      /** Of a presigned URL. */
      readonly expiresSeconds?: number;
    };

export type Signed = Extract<Proof, { kind: 'signed' }>;
