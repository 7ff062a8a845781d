/** `docs/<course>/_account.yaml`, read: the AWS account that a course is practised in. */
export interface Account {
  /** 12 digits. */
  readonly id: string;
  readonly users: readonly User[];
  readonly groups: readonly Group[];
  readonly roles: readonly AccountRole[];
  readonly managedPolicies: readonly CustomerPolicy[];
  readonly buckets: readonly Bucket[];
  /** Of buckets that other accounts have: closed to this one, and not to be had. */
  readonly takenBucketNames: readonly string[];
  readonly vpcs: readonly Vpc[];
  /** Region of the profile `default`; the home has none where it is absent. */
  readonly region?: string | undefined;
  readonly profiles: readonly Profile[];
  readonly files: readonly HomeFile[];
}

/** A profile of the reader's AWS CLI: the access key of a user, or a role that another profile assumes. */
export type Profile = { readonly name: string; readonly region?: string | undefined } & (
  | { readonly user: string }
  | { readonly role: string; readonly sourceProfile: string; readonly mfaDevice?: string | undefined }
);

/** A text file of the reader's home. */
export interface HomeFile {
  /** Begins with `~/`, or is below the working directory. */
  readonly path: string;
  readonly content: string;
}

export interface User {
  readonly name: string;
  /** Begins and ends with `/`. */
  readonly path: string;
  readonly created: Date;
  readonly tags: readonly Tag[];
  /** How many access keys the user has (0 to 2); ids and secrets come from the seeded generator. */
  readonly accessKeys: number;
  readonly policies: readonly Policy[];
  /** Names of the account's managed policies, or ARNs of AWS's. */
  readonly attachedPolicies: readonly string[];
  /** Names. */
  readonly groups: readonly string[];
  readonly mfaDevices: readonly UserDevice[];
}

/** A virtual MFA device, enabled when its user was created. */
export interface UserDevice {
  readonly name: string;
  /** Base32, as `oathtool --totp -b` reads it. */
  readonly seed: string;
}

export interface Group {
  readonly name: string;
  readonly path: string;
  readonly created: Date;
  readonly policies: readonly Policy[];
  readonly attachedPolicies: readonly string[];
}

export interface AccountRole {
  readonly name: string;
  readonly path: string;
  readonly created: Date;
  readonly description?: string | undefined;
  readonly maxSessionSeconds: number;
  /** The trust policy as JSON data. */
  readonly trust: unknown;
  readonly tags: readonly Tag[];
  readonly policies: readonly Policy[];
  readonly attachedPolicies: readonly string[];
}

/** A managed policy of the account's own. */
export interface CustomerPolicy extends Policy {
  readonly path: string;
  readonly created: Date;
  readonly description?: string | undefined;
}

/** An inline policy: the document as JSON data, in IAM's grammar. */
interface Policy {
  readonly name: string;
  readonly document: unknown;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly created: Date;
  readonly objects: readonly BucketObject[];
}

/** An object of text, stored when its bucket was created. */
export interface BucketObject {
  readonly key: string;
  readonly content: string;
  /** `binary/octet-stream` where it is absent, as S3 gives it. */
  readonly contentType?: string | undefined;
}

interface Vpc {
  readonly id: string;
  readonly region: string;
  readonly cidrBlock: string;
  readonly dhcpOptionsId: string;
  readonly state: 'pending' | 'available';
  readonly instanceTenancy: 'default' | 'dedicated' | 'host';
  readonly isDefault: boolean;
  readonly associationId: string;
  readonly subnets: readonly Subnet[];
  readonly tags: readonly Tag[];
}

interface Subnet {
  readonly id: string;
  readonly cidrBlock: string;
  /** `ap-northeast-1a` */
  readonly availabilityZone: string;
  readonly state: 'pending' | 'available';
  readonly defaultForAz: boolean;
  readonly mapPublicIpOnLaunch: boolean;
  readonly tags: readonly Tag[];
}
