import type { PublicAccessBlockConfiguration } from '@aws-sdk/client-s3';
import {
  booleanValue,
  documentText,
  json,
  list,
  object,
  replaced,
  sameValue,
  tagList,
  text,
  updated,
} from './properties.ts';
import { tagsIn } from './resource-tags.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

const ENCRYPTION = object({
  ServerSideEncryptionConfiguration: list(
    object({
      BucketKeyEnabled: booleanValue,
      ServerSideEncryptionByDefault: object({ SSEAlgorithm: text, KMSMasterKeyID: text }, ['SSEAlgorithm']),
    }),
  ),
});
const ACCESS_BLOCK = object({
  BlockPublicAcls: booleanValue,
  BlockPublicPolicy: booleanValue,
  IgnorePublicAcls: booleanValue,
  RestrictPublicBuckets: booleanValue,
});

const bucket: ResourceType = {
  properties: {
    BucketName: replaced(text),
    BucketEncryption: updated(ENCRYPTION),
    PublicAccessBlockConfiguration: updated(ACCESS_BLOCK),
    VersioningConfiguration: updated(object({ Status: text }, ['Status'])),
    Tags: updated(tagList),
  },
  others:
    'AbacStatus AccelerateConfiguration AccessControl AnalyticsConfigurations BucketNamePrefix BucketNamespace CorsConfiguration IntelligentTieringConfigurations InventoryConfigurations LifecycleConfiguration LoggingConfiguration MetadataConfiguration MetadataTableConfiguration MetricsConfigurations NotificationConfiguration ObjectLockConfiguration ObjectLockEnabled OwnershipControls ReplicationConfiguration WebsiteConfiguration',
  attributes: ['Arn', 'DomainName', 'DualStackDomainName', 'RegionalDomainName', 'WebsiteURL'],
  nameProperty: 'BucketName',
  create: async (values, context) => {
    const name = String(values.BucketName ?? context.newName(63).toLowerCase());
    const { region } = context;
    const placed =
      region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region } };
    await context.call('s3', 'CreateBucket', { Bucket: name, ...placed });
    try {
      await setUp(name, {}, values, context);
    } catch (error) {
      await context.call('s3', 'DeleteBucket', { Bucket: name });
      throw error;
    }
    return {
      id: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        DualStackDomainName: `${name}.s3.dualstack.${region}.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
        WebsiteURL: `http://${name}.s3-website-${region}.amazonaws.com`,
      },
    };
  },
  updates: [({ id, before, after }, context) => setUp(id, before, after, context)],
  delete: async (id, _, { call }) => void (await call('s3', 'DeleteBucket', { Bucket: id })),
};

async function setUp(name: string, before: Values, after: Values, { call }: ResourceContext): Promise<void> {
  const differs = (property: string) => !sameValue(before[property], after[property]);
  const ask = (operation: string, input: Values = {}) => call('s3', operation, { Bucket: name, ...input });
  if (differs('VersioningConfiguration'))
    await ask('PutBucketVersioning', {
      VersioningConfiguration: after.VersioningConfiguration ?? { Status: 'Suspended' },
    });
  if (differs('BucketEncryption')) await setEncryption(after.BucketEncryption, ask);
  if (differs('PublicAccessBlockConfiguration'))
    await ask('PutPublicAccessBlock', { PublicAccessBlockConfiguration: accessBlock(after) });
  if (!differs('Tags')) return;
  const TagSet = tagsIn(after);
  await (TagSet.length > 0 ? ask('PutBucketTagging', { Tagging: { TagSet } }) : ask('DeleteBucketTagging'));
}

type Ask = (operation: string, input?: Values) => Promise<Values>;

async function setEncryption(encryption: unknown, ask: Ask): Promise<void> {
  if (encryption === undefined) {
    await ask('DeleteBucketEncryption');
    return;
  }
  const { ServerSideEncryptionConfiguration: rules } = encryption as { [name: string]: readonly Values[] };
  const Rules = (rules ?? []).map(({ ServerSideEncryptionByDefault, BucketKeyEnabled }) => ({
    ApplyServerSideEncryptionByDefault: renameKey(ServerSideEncryptionByDefault as Values | undefined),
    ...(BucketKeyEnabled !== undefined && { BucketKeyEnabled }),
  }));
  await ask('PutBucketEncryption', { ServerSideEncryptionConfiguration: { Rules } });
}

const renameKey = ({ SSEAlgorithm, KMSMasterKeyID }: Values = {}) => ({
  SSEAlgorithm,
  ...(KMSMasterKeyID !== undefined && { KMSMasterKeyID }),
});

/** The User Guide: what is not given is false. A bucket without the property blocks all. */
function accessBlock({ PublicAccessBlockConfiguration: given }: Values): PublicAccessBlockConfiguration {
  const rest = given === undefined;
  return {
    BlockPublicAcls: rest,
    BlockPublicPolicy: rest,
    IgnorePublicAcls: rest,
    RestrictPublicBuckets: rest,
    ...(given as object | undefined),
  };
}

const bucketPolicy: ResourceType = {
  properties: { Bucket: replaced(text), PolicyDocument: updated(json) },
  required: ['Bucket', 'PolicyDocument'],
  create: async (values, { call }) => {
    const Bucket = String(values.Bucket);
    await call('s3', 'PutBucketPolicy', { Bucket, Policy: documentText(values.PolicyDocument) });
    return { id: Bucket };
  },
  updates: [
    async ({ id, after }, { call }) =>
      void (await call('s3', 'PutBucketPolicy', { Bucket: id, Policy: documentText(after.PolicyDocument) })),
  ],
  delete: async (id, _, { call }) => void (await call('s3', 'DeleteBucketPolicy', { Bucket: id })),
};

export default { 'AWS::S3::Bucket': bucket, 'AWS::S3::BucketPolicy': bucketPolicy };
