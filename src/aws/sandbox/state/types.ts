import type { Account, Tag } from '../account/index.ts';
import type { SliceReader } from './slices.ts';

/** A policy document: as it was written, and as data. */
export interface PolicyText {
  /** JSON; what Get operations give back, URL-encoded. */
  readonly text: string;
  readonly document: unknown;
}

/** An IAM identity (user, group or role): a name, and identity-based policies. A group is no principal. */
export interface IamIdentity {
  name: string;
  /** Begins and ends with `/`. */
  path: string;
  arn: string;
  readonly created: Date;
  /** By name. */
  readonly inlinePolicies: Map<string, PolicyText>;
  readonly attachedPolicies: Set<ManagedPolicy>;
}

/** A user of the account. Sessions refer to it: a change shows in them at once. */
export interface UserRecord extends IamIdentity {
  /** 21 characters, `AIDA...` */
  readonly userId: string;
  tags: readonly Tag[];
  permissionsBoundary?: ManagedPolicy;
}

export interface GroupRecord extends IamIdentity {
  /** 21 characters, `AGPA...` */
  readonly groupId: string;
  readonly members: Set<UserRecord>;
}

export interface RoleRecord extends IamIdentity {
  /** 21 characters, `AROA...` */
  readonly roleId: string;
  trustPolicy: PolicyText;
  description?: string;
  maxSessionSeconds: number;
  tags: readonly Tag[];
  permissionsBoundary?: ManagedPolicy;
  /** By the account's time; whoever lets a session of the role through sets it. */
  lastUsed?: { readonly date: Date; readonly region: string };
}

/** A managed policy, of the account or of AWS. */
export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  /** `arn:aws:iam::aws:policy/...` where it is AWS's own. */
  readonly arn: string;
  /** 21 characters, `ANPA...` */
  readonly policyId: string;
  readonly description?: string;
  readonly created: Date;
  updated: Date;
  tags: readonly Tag[];
  /** Oldest first. */
  versions: readonly PolicyVersion[];
  defaultVersion: PolicyVersion;
  /** Set for a policy of AWS whose document is not shipped; `denies` where it has statements that deny. */
  readonly unshipped?: { readonly denies: boolean };
  /** How many versions there ever were: a number is not given twice. */
  versionsMade: number;
}

export interface PolicyVersion extends PolicyText {
  /** `v1` */
  readonly id: string;
  readonly created: Date;
}

/** A virtual MFA device. Its codes are six digits, a new one every 30 seconds (RFC 6238). */
export interface MfaDevice {
  /** `arn:aws:iam::123456789012:mfa/name` */
  readonly serialNumber: string;
  /** Base32. */
  readonly seed: string;
  tags: readonly Tag[];
  /** Present while the device is enabled. */
  assignment?: { readonly user: UserRecord; readonly enabled: Date };
  /** The last 30-second step whose code was used: neither it nor an earlier one is taken again. */
  lastStep?: number;
}

export interface LongTermCredential {
  readonly kind: 'long-term';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly user: UserRecord;
  readonly created: Date;
  status: 'Active' | 'Inactive';
  /** By the account's time. */
  lastUsed?: { readonly date: Date; readonly service: string; readonly region: string };
}

/** Members of all temporary credentials. */
interface TemporaryCredential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly token: string;
  /** Both by the account's time. */
  readonly issued: Date;
  readonly expiration: Date;
}

/** From GetSessionToken: the user itself, for a while. */
interface UserSession extends TemporaryCredential {
  readonly kind: 'session';
  readonly user: UserRecord;
  /** When MFA was used to get it; absent where it was not: IAM is closed to such sessions. */
  readonly mfaTime?: Date;
}

/** From GetFederationToken: someone that the user vouches for. */
interface FederatedSession extends TemporaryCredential {
  readonly kind: 'federated';
  readonly user: UserRecord;
  readonly name: string;
  /** Documents that limit the user's permissions; without any there are none. */
  readonly sessionPolicies: readonly unknown[];
  readonly tags: readonly Tag[];
}

/** From AssumeRole. */
interface RoleSession extends TemporaryCredential {
  readonly kind: 'assumed-role';
  readonly role: RoleRecord;
  readonly sessionName: string;
  /** Documents that limit the role's permissions; absent where none were passed. */
  readonly sessionPolicies?: readonly unknown[];
  readonly mfaTime?: Date;
  readonly sourceIdentity?: string;
  readonly tags: readonly Tag[];
  /** Keys in lower case of the tags that go on to the next role. */
  readonly transitiveTagKeys: readonly string[];
}

/** A service of AWS that acts by itself: S3 as it sends a notification. It has no key. */
export interface ServicePrincipal {
  readonly kind: 'service';
  /** `s3.amazonaws.com` */
  readonly name: string;
  /** The resource it acts for. */
  readonly sourceArn?: string;
}

/** Nobody that the account knows: a request that is not signed, which S3 takes. */
export interface Anonymous {
  readonly kind: 'anonymous';
}

/** Sender of a request. */
export type Caller = Credential | ServicePrincipal | Anonymous;

/** Credentials behind an access key id. */
export type Credential = LongTermCredential | UserSession | FederatedSession | RoleSession;

/**
 * The state that authentication and authorization need, and each service's own slice of it (`state.of`).
 * Names of IAM are not distinguished by case.
 */
export interface AccountState extends SliceReader {
  readonly account: Account;
  /** By name in lower case, as are groups and roles. */
  readonly users: Map<string, UserRecord>;
  readonly groups: Map<string, GroupRecord>;
  readonly roles: Map<string, RoleRecord>;
  /** By ARN; AWS's own among them. */
  readonly policies: Map<string, ManagedPolicy>;
  /** By serial number. */
  readonly mfaDevices: Map<string, MfaDevice>;
  /** By access key id. */
  readonly credentials: Map<string, Credential>;
  /** At most one: a name for the account in sign-in addresses. */
  alias?: string;
  /** The account's id in S3: 64 hex digits. */
  readonly canonicalUserId: string;
  /** Last refusal by policies, for explanations; no answer depends on it. */
  refusal?: DeniedRequest;
  /** Requests, the oldest first, for what shows them; no answer depends on it. */
  readonly calls: ApiCall[];
  /** Permissions that policies gave, for reports; no answer depends on it. */
  readonly permissions: PermissionLog;
}

/** A permission that a request needed and policies gave. */
export interface UsedPermission {
  /** ARN of the user, or of the role behind a session. */
  readonly principal: string;
  /** `iam:ListUsers` */
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
}

/** A request that the account has answered. */
export interface ApiCall {
  /** The service's id: `s3`. */
  readonly service: string;
  /** Undefined where the request does not say it. */
  readonly operation: string | undefined;
  /** The error's code, where it was refused. */
  readonly error?: string;
}

/** Permissions that requests used, each once, and the actions that the principals' own policies allow. */
export interface PermissionLog {
  readonly used: Map<string, UsedPermission>;
  /** Actions as policies write them (`s3:*`), by principal. */
  readonly granted: Map<string, Set<string>>;
}

/** A request that policies refused, and what decided. */
export interface DeniedRequest {
  /** `iam:ListUsers` */
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
  /** ARN of the caller. */
  readonly caller: string;
  /** The type of policy that stands against the request. */
  readonly by: 'identity' | 'boundary' | 'session' | 'trust' | 'resource';
  /** The statement that denies; absent where none allows. */
  readonly denial?: {
    /** Name of its policy, where that has one. */
    readonly policy?: string;
    /** As JSON. */
    readonly statement: string;
  };
  /** Names of the policies of that type: all that might have allowed it. */
  readonly policies: readonly string[];
}
