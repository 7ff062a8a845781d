import type { StaticOperationSchema } from '@smithy/types';

/** A service by the name the CLI gives it. */
export type ServiceId = 'sts' | 'iam' | 's3' | 'ec2';

/** How requests and responses are written: AWS query, its EC2 dialect, or REST with XML bodies. */
export type Protocol = 'query' | 'ec2' | 'rest-xml';

/** What never changes about a service, known without loading its model. */
export interface ServiceTraits {
  readonly id: ServiceId;
  /** As in the credential scope of a signature. */
  readonly signingName: string;
  readonly protocol: Protocol;
  /** `2011-06-15`; the `Version` parameter of query protocols. */
  readonly apiVersion: string;
  readonly xmlNamespace: string;
  /** One endpoint for all regions, signed for us-east-1 (IAM). */
  readonly global?: boolean;
}

/** A service with its model: the schemas that the AWS SDK ships, all operations of them. */
export interface ServiceModel extends ServiceTraits {
  readonly operationNames: readonly string[];
  operation(name: string): StaticOperationSchema | undefined;
}
