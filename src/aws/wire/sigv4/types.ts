/** The parts of a request that a signature covers. */
export interface RequestParts {
  readonly method: string;
  readonly url: URL;
  /** Percent-encoded, as it is sent; the URL's own where it is not given. */
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Scope of a signature: one service in one region on one day. */
export interface SigningScope {
  /** The signing name: `sts`, `s3`. */
  readonly service: string;
  readonly region: string;
  /** The signer's time; written into the request to the second. */
  readonly date: Date;
}
