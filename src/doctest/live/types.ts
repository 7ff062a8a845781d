/** Keys as clients take them. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary keys. */
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Whom AWS takes the credentials of this machine for. */
export interface LiveCaller {
  /** 12 digits. */
  readonly accountId: string;
  readonly arn: string;
  readonly credentials: Credentials;
  /** The region that variables or the profile name, if they do. */
  readonly region?: string;
}
