/** How requests and responses are written: AWS query, its EC2 dialect, or REST with XML bodies. */
export type Protocol = 'query' | 'ec2' | 'rest-xml';

/** What never changes about a service, known without loading its model. Names are botocore's. */
export interface ServiceMetadata {
  readonly id: string;
  /** The first label of its hosts: `sts` of `sts.ap-northeast-1.amazonaws.com`. */
  readonly endpointPrefix: string;
  /** As in the credential scope of a signature. */
  readonly signingName: string;
  readonly protocol: Protocol;
  /** `2011-06-15`; the `Version` parameter of query protocols. */
  readonly apiVersion: string;
  /** Empty where bodies are not XML. */
  readonly xmlNamespace: string;
  /** One endpoint for all regions, signed for us-east-1 (IAM). */
  readonly global?: boolean;
  /** A label may stand before the prefix: a bucket's name (S3). */
  readonly virtualHosts?: boolean;
  /** Imports the SDK's package, for its schemas. */
  load(): Promise<object>;
}
