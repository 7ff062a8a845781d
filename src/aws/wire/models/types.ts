/**
 * How requests and responses are written: AWS query, its EC2 dialect, REST with XML or JSON bodies, AWS JSON (1.0 and
 * 1.1), Smithy RPC v2 with CBOR.
 */
export type Protocol = 'query' | 'ec2' | 'rest-xml' | 'rest-json' | 'json' | 'cbor';

/** Static facts of a service, known without loading its model. Names are botocore's. */
export interface ServiceMetadata {
  readonly id: string;
  /** The first label of its hosts: `sts` of `sts.ap-northeast-1.amazonaws.com`. */
  readonly endpointPrefix: string;
  /** As in the credential scope of a signature. */
  readonly signingName: string;
  /** Spoken by AWS CLI 2.9.19, and by clients that do not say which they speak. */
  readonly protocol: Exclude<Protocol, 'cbor'>;
  /** Protocols that other clients speak to the service. */
  readonly alsoSpeaks?: readonly Protocol[];
  /** Before the dot in `X-Amz-Target`; the service's name in the paths of RPC v2. */
  readonly targetPrefix?: string;
  readonly jsonVersion?: '1.0' | '1.1';
  /** Stands before the names of its errors in JSON: `com.amazonaws.sqs`. Without it they stand alone. */
  readonly errorNamespace?: string;
  /** Its JSON errors have the codes of its former query protocol in a header (`x-amzn-query-error`). */
  readonly queryCompatible?: boolean;
  /** Its JSON answers have their checksum in a header (`x-amz-crc32`). */
  readonly sendsCrc32?: boolean;
  /**
   * How far a signature's date may be from the service's clock: 15 minutes unless stated. Source: a public test report
   * that measured it on AWS (ministack issue 1745).
   */
  readonly skewMinutes?: number;
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
