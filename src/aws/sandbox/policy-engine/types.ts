/** The values that conditions and policy variables read, by key in lower case. */
export type ConditionContext = ReadonlyMap<string, readonly string[]>;

/** The principal of a request, as `Principal` elements name it. */
export type RequestPrincipal = AccountPrincipal | ServicePrincipal | AnonymousPrincipal;

interface AccountPrincipal {
  /** 12 digits. */
  readonly accountId: string;
  readonly arn: string;
  /** Of the role whose session it is. */
  readonly roleArn?: string;
}

interface ServicePrincipal {
  /** `s3.amazonaws.com` */
  readonly service: string;
}

/** Nobody that is known: a request without a signature. Only `*` names it. */
interface AnonymousPrincipal {
  readonly anonymous: true;
}

/** Action, resource and context of a request. */
export interface AccessRequest {
  /** `iam:ListUsers` */
  readonly action: string;
  /** An ARN, or `*` where the action knows no resource. */
  readonly resource: string;
  readonly conditions: ConditionContext;
  /** For policies with a `Principal`. */
  readonly principal?: RequestPrincipal;
}

/** Decision of a set of policies of one type. */
export type Decision = 'allowed' | 'implicitly-denied' | 'explicitly-denied';

type OneOrMore<Item> = Item | readonly Item[];

/** Operator, key, values: `{ StringLike: { 's3:prefix': ['home/*'] } }`. JSON's numbers and booleans are allowed. */
export type ConditionBlock = Readonly<
  Record<string, Readonly<Record<string, OneOrMore<string | number | boolean>>>>
>;

/** `*`, or principals by type: `{ AWS: '123456789012' }`. */
export type PrincipalElement = '*' | Readonly<Record<string, OneOrMore<string>>>;

/** A statement of a policy document, in IAM's grammar. */
export interface PolicyStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMore<string>;
  readonly NotAction?: OneOrMore<string>;
  readonly Resource?: OneOrMore<string>;
  readonly NotResource?: OneOrMore<string>;
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Condition?: ConditionBlock;
}

export interface PolicyDocument {
  /** Policy variables are text in documents before 2012-10-17. */
  readonly Version?: string;
  readonly Statement: OneOrMore<PolicyStatement>;
}
