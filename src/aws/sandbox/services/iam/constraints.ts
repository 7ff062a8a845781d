import type { Constraint } from '../../operation/index.ts';
import { quotaExceeded } from './iam-errors.ts';

/** Lengths and patterns of IAM's parameters, by their shapes in the model. */
const MODEL = 'botocore, data/iam/2010-05-08/service-2.json';

/** AWS words these two patterns its own way (seen for userName, roleName and path). */
const NAME_RULE = 'It must contain only alphanumeric characters and/or the following: +=,.@_-';
const PATH_RULE =
  'It must begin and end with / and contain only alphanumeric characters and/or / characters.';

const text = (minLength: number, maxLength: number, pattern?: string, rule?: string): Constraint => ({
  minLength,
  maxLength,
  ...(pattern && { pattern }),
  ...(rule && { rule }),
  source: MODEL,
});
const oneOf = (...values: string[]): Constraint => ({ values, source: MODEL });
const name = (maxLength: number): Constraint => text(1, maxLength, '[\\w+=,.@-]+', NAME_RULE);

export const userName = name(64);
export const existingUserName = name(128);
export const groupName = name(128);
export const roleName = name(64);
export const policyName = name(128);
export const deviceName: Constraint = {
  minLength: 1,
  pattern: '[\\w+=,.@-]+',
  rule: NAME_RULE,
  source: MODEL,
};

export const instanceProfileName = name(128);

export const path = text(1, 512, '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)', PATH_RULE);
export const pathPrefix = text(1, 512, '\\u002F[\\u0021-\\u007F]*');
export const policyPath = text(1, 512, '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/', PATH_RULE);

export const arn = text(20, 2048);
export const serialNumber = text(9, 256, '[\\w+=/:,.@-]+');
export const authenticationCode = text(6, 6, '[\\d]+');
export const accessKeyId = text(16, 128, '[\\w]+');
/** `Expired` is in newer models; nothing says how a key gets there. */
export const keyStatus = oneOf('Active', 'Inactive');
export const policyDocument = text(1, 131_072, '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+');
export const policyVersionId: Constraint = { pattern: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?', source: MODEL };
export const policyDescription: Constraint = { maxLength: 1000, source: MODEL };
export const roleDescription: Constraint = {
  maxLength: 1000,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*',
  source: MODEL,
};
export const maxSessionDuration: Constraint = { min: 3600, max: 43_200, source: MODEL };
/** Kinds of things that an account has. */
export const entityKinds: Constraint = {
  item: oneOf('User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'),
  source: MODEL,
};
export const accountAlias = text(3, 63, '[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]');
export const password = text(1, 128, '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+');
export const minimumPasswordLength: Constraint = { min: 6, max: 128, source: MODEL };
export const maxPasswordAge: Constraint = { min: 1, max: 1095, source: MODEL };
export const passwordReusePrevention: Constraint = { min: 1, max: 24, source: MODEL };
export const credentialId = text(20, 128, '[\\w]+');
export const providerUrl = text(1, 255);
export const clientId = text(1, 255);
export const clientIds: Constraint = { item: clientId, source: MODEL };
export const thumbprints: Constraint = { item: text(40, 40), source: MODEL };
export const policyScope = oneOf('All', 'AWS', 'Local');
export const policyUsage = oneOf('PermissionsPolicy', 'PermissionsBoundary');
export const entityFilter = oneOf('User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy');
export const assignmentStatus = oneOf('Assigned', 'Unassigned', 'Any');

const tagKey = text(1, 128, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+');
const tagValue = text(0, 256, '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*');
export const tagListConstraint: Constraint = {
  maxLength: 50,
  item: {
    members: { Key: { ...tagKey, required: true }, Value: { ...tagValue, required: true } },
    source: MODEL,
  },
  source: MODEL,
};
export const tagKeys: Constraint = { maxLength: 50, item: tagKey, source: MODEL };

export const paging = {
  Marker: text(1, 320, '[\\u0020-\\u00FF]+'),
  MaxItems: { min: 1, max: 1000, source: MODEL },
} satisfies Readonly<Record<string, Constraint>>;

/** Default quotas of an account. Source: IAM User Guide, reference_iam-quotas. Sizes are in characters, without white space. */
export const QUOTAS = {
  UsersPerAccount: 5000,
  GroupsPerAccount: 300,
  RolesPerAccount: 1000,
  PoliciesPerAccount: 1500,
  InstanceProfilesPerAccount: 1000,
  OpenIDConnectProvidersPerAccount: 100,
  ClientIdsPerOpenIdConnectProvider: 100,
  ThumbprintsPerOpenIdConnectProvider: 5,
  AccessKeysPerUser: 2,
  GroupsPerUser: 10,
  MFADevicesPerUser: 8,
  PoliciesPerUser: 10,
  PoliciesPerGroup: 10,
  PoliciesPerRole: 10,
  PolicySize: 6144,
  ACLSizePerRole: 2048,
} as const;

export const VERSIONS_PER_POLICY = 5;
export const TAGS_PER_RESOURCE = 50;

/** Throws LimitExceeded unless `count` things are still within the quota. */
export function keepWithin(quota: keyof typeof QUOTAS, count: number): void {
  if (count > QUOTAS[quota]) throw quotaExceeded(quota, QUOTAS[quota]);
}
