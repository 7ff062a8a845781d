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
