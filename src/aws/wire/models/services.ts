import type { ServiceMetadata } from './types.ts';

/**
 * The services, by the names that the CLI gives them. Sources: the `metadata` of each service's botocore model, and
 * the endpoints that the AWS CLI was seen to call. EC2's schemas alone are 1.3 MB: each package is loaded on first use.
 */
const registry = {
  sts: {
    endpointPrefix: 'sts',
    signingName: 'sts',
    protocol: 'query',
    apiVersion: '2011-06-15',
    xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    load: () => import('@aws-sdk/client-sts'),
  },
  iam: {
    endpointPrefix: 'iam',
    signingName: 'iam',
    protocol: 'query',
    apiVersion: '2010-05-08',
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    global: true,
    load: () => import('@aws-sdk/client-iam'),
  },
  s3: {
    endpointPrefix: 's3',
    signingName: 's3',
    protocol: 'rest-xml',
    apiVersion: '2006-03-01',
    xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/',
    virtualHosts: true,
    load: () => import('@aws-sdk/client-s3'),
  },
  ec2: {
    endpointPrefix: 'ec2',
    signingName: 'ec2',
    protocol: 'ec2',
    apiVersion: '2016-11-15',
    xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
    load: () => import('@aws-sdk/client-ec2'),
  },
  sqs: {
    endpointPrefix: 'sqs',
    signingName: 'sqs',
    protocol: 'query',
    alsoSpeaks: ['json'],
    apiVersion: '2012-11-05',
    xmlNamespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
    targetPrefix: 'AmazonSQS',
    jsonVersion: '1.0',
    errorNamespace: 'com.amazonaws.sqs',
    queryCompatible: true,
    load: () => import('@aws-sdk/client-sqs'),
  },
  sns: {
    endpointPrefix: 'sns',
    signingName: 'sns',
    protocol: 'query',
    apiVersion: '2010-03-31',
    xmlNamespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
    load: () => import('@aws-sdk/client-sns'),
  },
  ssm: {
    endpointPrefix: 'ssm',
    signingName: 'ssm',
    protocol: 'json',
    apiVersion: '2014-11-06',
    xmlNamespace: '',
    targetPrefix: 'AmazonSSM',
    jsonVersion: '1.1',
    load: () => import('@aws-sdk/client-ssm'),
  },
  secretsmanager: {
    endpointPrefix: 'secretsmanager',
    signingName: 'secretsmanager',
    protocol: 'json',
    apiVersion: '2017-10-17',
    xmlNamespace: '',
    targetPrefix: 'secretsmanager',
    jsonVersion: '1.1',
    load: () => import('@aws-sdk/client-secrets-manager'),
  },
  dynamodb: {
    endpointPrefix: 'dynamodb',
    signingName: 'dynamodb',
    protocol: 'json',
    apiVersion: '2012-08-10',
    xmlNamespace: '',
    targetPrefix: 'DynamoDB_20120810',
    jsonVersion: '1.0',
    errorNamespace: 'com.amazonaws.dynamodb.v20120810',
    sendsCrc32: true,
    load: () => import('@aws-sdk/client-dynamodb'),
  },
  dynamodbstreams: {
    endpointPrefix: 'streams.dynamodb',
    signingName: 'dynamodb',
    protocol: 'json',
    apiVersion: '2012-08-10',
    xmlNamespace: '',
    targetPrefix: 'DynamoDBStreams_20120810',
    jsonVersion: '1.0',
    errorNamespace: 'com.amazonaws.dynamodb.v20120810',
    sendsCrc32: true,
    load: () => import('@aws-sdk/client-dynamodb-streams'),
  },
  kms: {
    endpointPrefix: 'kms',
    signingName: 'kms',
    protocol: 'json',
    apiVersion: '2014-11-01',
    xmlNamespace: '',
    targetPrefix: 'TrentService',
    jsonVersion: '1.1',
    load: () => import('@aws-sdk/client-kms'),
  },
  cloudwatch: {
    endpointPrefix: 'monitoring',
    signingName: 'monitoring',
    protocol: 'query',
    alsoSpeaks: ['json', 'cbor'],
    apiVersion: '2010-08-01',
    xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    targetPrefix: 'GraniteServiceVersion20100801',
    jsonVersion: '1.0',
    errorNamespace: 'com.amazonaws.cloudwatch.v2010_08_01',
    queryCompatible: true,
    load: () => import('@aws-sdk/client-cloudwatch'),
  },
  logs: {
    endpointPrefix: 'logs',
    signingName: 'logs',
    protocol: 'json',
    apiVersion: '2014-03-28',
    xmlNamespace: '',
    targetPrefix: 'Logs_20140328',
    jsonVersion: '1.1',
    load: () => import('@aws-sdk/client-cloudwatch-logs'),
  },
  events: {
    endpointPrefix: 'events',
    signingName: 'events',
    protocol: 'json',
    apiVersion: '2015-10-07',
    xmlNamespace: '',
    targetPrefix: 'AWSEvents',
    jsonVersion: '1.1',
    load: () => import('@aws-sdk/client-eventbridge'),
  },
  scheduler: {
    endpointPrefix: 'scheduler',
    signingName: 'scheduler',
    protocol: 'rest-json',
    apiVersion: '2021-06-30',
    xmlNamespace: '',
    load: () => import('@aws-sdk/client-scheduler'),
  },
  lambda: {
    endpointPrefix: 'lambda',
    signingName: 'lambda',
    protocol: 'rest-json',
    apiVersion: '2015-03-31',
    xmlNamespace: '',
    load: () => import('@aws-sdk/client-lambda'),
  },
  cloudformation: {
    endpointPrefix: 'cloudformation',
    signingName: 'cloudformation',
    protocol: 'query',
    apiVersion: '2010-05-15',
    xmlNamespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    load: () => import('@aws-sdk/client-cloudformation'),
  },
} as const satisfies Readonly<Record<string, Omit<ServiceMetadata, 'id'>>>;

/** A service by the name that the CLI gives it. */
export type ServiceId = keyof typeof registry;

export type KnownService = ServiceMetadata & { readonly id: ServiceId };

export const serviceIds = Object.keys(registry) as ServiceId[];

export const services = Object.fromEntries(
  serviceIds.map((id) => [id, { id, ...registry[id] }]),
) as unknown as Readonly<Record<ServiceId, KnownService>>;

export function isServiceId(name: string): name is ServiceId {
  return Object.hasOwn(registry, name);
}

/**
 * The service that a credential scope names; undefined where the sandbox has none of that name. Two share `dynamodb`:
 * `target` is the request's X-Amz-Target, which tells them apart.
 */
export function findBySigningName(name: string, target?: string): ServiceId | undefined {
  const named = serviceIds.filter((id) => registry[id].signingName === name);
  const meant = named.find((id) => target?.startsWith(`${services[id].targetPrefix}.`));
  return meant ?? named[0];
}
