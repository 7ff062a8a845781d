/** What is asked for. Conditions will be judged against a context that joins these. */
export interface AccessRequest {
  /** `iam:ListUsers` */
  readonly action: string;
  /** An ARN, or `*` where the action knows no resource. */
  readonly resource: string;
}

/** What identity-based policies say to a request. */
export type Decision = 'allowed' | 'implicitly-denied' | 'explicitly-denied';

/** A statement of a policy document, in the part of IAM's grammar that the sandbox judges. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
}

export interface PolicyDocument {
  readonly Statement: Statement | readonly Statement[];
}
