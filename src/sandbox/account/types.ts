/** `docs/<course>/_account.yaml`, read: the AWS account that a course is practised in. */
export interface Account {
  /** 12 digits. */
  readonly id: string;
  readonly users: readonly User[];
  readonly buckets: readonly Bucket[];
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

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly created: Date;
}

export interface Vpc {
  readonly id: string;
  readonly region: string;
  readonly cidrBlock: string;
  readonly dhcpOptionsId: string;
  readonly state: 'pending' | 'available';
  readonly instanceTenancy: 'default' | 'dedicated' | 'host';
  readonly isDefault: boolean;
  readonly associationId: string;
  readonly tags: readonly Tag[];
}
