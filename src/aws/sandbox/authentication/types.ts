import type { ServiceMetadata } from '../../wire/models/index.ts';
import type { Clock } from '../clock/index.ts';
import type { AuthorizationFault, ErrorCatalogue, SignatureForm } from '../errors/index.ts';
import type { AccountState } from '../state/index.ts';

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
export type RequestSignature =
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
    }
  | {
      readonly kind: 'version-2';
      readonly form: SignatureForm;
      readonly accessKeyId: string;
      /** Base64. */
      readonly signature: string;
      readonly token?: string;
      /** When a header was signed; until when a query is good. */
      readonly time: Date;
      /** The date as the signature covers it. */
      readonly signedDate: string;
    }
  | {
      readonly kind: 'form';
      /** How errors name its parts. */
      readonly form: 'query';
      readonly accessKeyId: string;
      /** Of Version 4, with `X-Amz-Date`; a form of Version 2 has none. */
      readonly version4?: {
        readonly scope: CredentialScope;
        readonly timestamp: string;
        readonly time: Date;
      };
      readonly signature: string;
      readonly token?: string;
      /** The policy document in base64, which the signature covers. */
      readonly policy: string;
      readonly fields: FormFields;
    };

/** The fields of a form by their names in lower case. */
export type FormFields = ReadonlyMap<string, string>;

/** A form that a browser posts to S3: its policy is signed, and not the request. */
export type SignedForm = Extract<RequestSignature, { kind: 'form' }>;

/** A signature of Version 4. */
export type Signed = Extract<RequestSignature, { kind: 'signed' }>;

/** A signature of Version 2, which S3 alone still takes. */
export type SignedVersion2 = Extract<RequestSignature, { kind: 'version-2' }>;

/** Context in which a signature is checked. */
export interface AuthenticationContext {
  readonly service: ServiceMetadata;
  /** Of the endpoint; undefined where the host says nothing (an endpoint URL). */
  readonly region: string | undefined;
  readonly state: AccountState;
  readonly clock: Clock;
  readonly errors: ErrorCatalogue;
}
