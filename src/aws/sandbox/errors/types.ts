import type { PolicyType } from '../policy-engine/index.ts';
import type { ServiceError } from './service-error.ts';

/** A signature's date against the clock. */
export interface Skew {
  readonly requestTime: Date;
  readonly now: Date;
  /** The greatest difference allowed, in milliseconds. */
  readonly allowed: number;
}

/** Until when a presigned request was good. */
interface PresignedEnd {
  readonly expires: Date;
  readonly expiresSeconds?: number;
  readonly now: Date;
}

/** Evidence for a wrong signature. */
interface SignatureEvidence {
  readonly accessKeyId: string;
  readonly signature: string;
  readonly stringToSign: string;
  /** Of Version 4. */
  readonly canonicalRequest?: string;
}

/** A request that no policy allows, or that one denies. */
export interface Denial {
  readonly principalArn: string;
  readonly action: string;
  /** Absent where AWS does not name it. */
  readonly resource?: string;
  readonly explicit: boolean;
  /** The type of the policies that stand against it. */
  readonly by: PolicyType;
  /** The details, encoded: for services that answer with them. */
  encoded(): string;
}

/** A parameter that breaks a rule of the service's model. */
export interface Violation {
  /** As the model has it: `DurationSeconds`. */
  readonly member: string;
  /** As the request has it: `max-buckets`. */
  readonly wireName: string;
  /** Undefined where the parameter is missing. */
  readonly value: string | undefined;
  readonly rule: ViolatedRule;
}

export type ViolatedRule =
  | { readonly kind: 'required' }
  | { readonly kind: 'min' | 'max'; readonly limit: number; readonly range: readonly [number, number] }
  | { readonly kind: 'minLength' | 'maxLength'; readonly limit: number }
  | {
      readonly kind: 'pattern';
      readonly pattern: string;
      /** The service's own words, which stand alone instead of the form of all others. */
      readonly wording?: string;
    }
  | { readonly kind: 'enum'; readonly values: readonly string[] };

/** In the `Authorization` header, or in the query of a presigned URL. */
export type SignatureForm = 'header' | 'query';

/** How a credential scope is wrong. */
export type ScopeFault =
  | { readonly part: 'day'; readonly got: string; readonly expected: string }
  | { readonly part: 'region'; readonly got: string; readonly expected: string }
  | { readonly part: 'service'; readonly got: string; readonly expected: string }
  | { readonly part: 'terminator'; readonly got: string; readonly expected: string };

/** How an Authorization header or a presigned query is malformed. */
export type AuthorizationFault =
  | { readonly kind: 'algorithm'; readonly got: string }
  | { readonly kind: 'parameter'; readonly got: string; readonly header: string }
  | {
      readonly kind: 'missing';
      readonly form: SignatureForm | 'version-2';
      readonly names: readonly string[];
    }
  | { readonly kind: 'credential'; readonly got: string }
  | { readonly kind: 'date'; readonly got: string }
  | { readonly kind: 'expires'; readonly got: string }
  /** The `Expires` of Version 2. */
  | { readonly kind: 'epoch'; readonly got: string }
  | { readonly kind: 'repeated'; readonly name: string }
  | { readonly kind: 'unsigned-host' }
  | { readonly kind: 'two-forms' };

/** The same faults, as each protocol words them. */
export interface ErrorCatalogue {
  missingAuthentication(): ServiceError;
  malformedAuthorization(fault: AuthorizationFault, form: SignatureForm): ServiceError;
  wrongScope(fault: ScopeFault, form: SignatureForm): ServiceError;
  unknownKey(accessKeyId: string): ServiceError;
  /** A temporary key that came without its token. */
  tokenMissing(accessKeyId: string): ServiceError;
  tokenInvalid(token: string): ServiceError;
  tokenExpired(token: string): ServiceError;
  signatureMismatch(evidence: SignatureEvidence): ServiceError;
  tooOld(skew: Skew): ServiceError;
  tooNew(skew: Skew): ServiceError;
  /** A presigned request after its end; Version 2 has no `X-Amz-Expires`. */
  presignedExpired(end: PresignedEnd): ServiceError;
  denied(denial: Denial): ServiceError;
  /** `where`: the version of the API; the type of the resource on S3, whose `name` is a method. */
  unknownOperation(name: string, where: string): ServiceError;
  invalid(violations: readonly Violation[]): ServiceError;
  /** A parameter's text that is not of its type. */
  unreadable(name: string, text: string, type: string): ServiceError;
  malformedBody(): ServiceError;
  notSimulated(service: string, operation: string): ServiceError;
  internal(): ServiceError;
}
