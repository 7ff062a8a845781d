import * as z from 'zod';
import { say } from '../../../language/say.ts';
import { matchingText, onlyFields } from '../../../procedure/yaml/index.ts';
import { listOf, plainText, region, tagsSchema, time } from './fields.ts';
import { homeFile, profile } from './home-schema.ts';
import { group, managedPolicy, role, user } from './iam-schema.ts';

const flag = z.boolean({ error: () => say`Write true or false.` });

const bucketName = matchingText(
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  () => say`Write a name of 3 to 63 lower-case letters, digits, dots and hyphens.`,
);

const objectKey = matchingText(/^.{1,1024}$/su, () => say`Write a key of 1 to 1,024 characters.`);

const bucketObject = onlyFields(
  { key: objectKey, content: plainText, contentType: plainText.optional() },
  () => say`Write an object with key and content.`,
);

/** Defaults: created 2021-01-01, no objects. */
const bucket = onlyFields(
  {
    name: bucketName,
    region,
    created: time.default(new Date('2021-01-01T00:00:00Z')),
    objects: listOf(bucketObject, () => say`Write a list of objects, each with key and content.`),
  },
  () => say`Write a bucket with name and region.`,
);

const HEX = '([0-9a-f]{8}|[0-9a-f]{17})';

const cidrBlock = matchingText(
  /^(\d{1,3}\.){3}\d{1,3}\/(1[6-9]|2[0-8])$/,
  () => say`Write an IPv4 block of /16 to /28, such as 10.0.0.0/16.`,
);

const ZONE = /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/;

/** Defaults: available, not a default subnet, no public addresses, no tags. */
const subnet = onlyFields(
  {
    id: matchingText(new RegExp(`^subnet-${HEX}$`), () => say`Write an id such as subnet-9d4a7b6c.`),
    cidrBlock,
    availabilityZone: matchingText(ZONE, () => say`Write a zone such as ap-northeast-1a.`),
    state: z
      .enum(['pending', 'available'], { error: () => say`Write pending or available.` })
      .default('available'),
    defaultForAz: flag.default(false),
    mapPublicIpOnLaunch: flag.default(false),
    tags: tagsSchema,
  },
  () => say`Write a subnet with id, cidrBlock and availabilityZone.`,
);

const vpcFields = onlyFields(
  {
    id: matchingText(new RegExp(`^vpc-${HEX}$`), () => say`Write an id such as vpc-03b6793be492e9eaa.`),
    region,
    cidrBlock,
    dhcpOptionsId: matchingText(new RegExp(`^dopt-${HEX}$`), () => say`Write an id such as dopt-bec282da.`),
    state: z
      .enum(['pending', 'available'], { error: () => say`Write pending or available.` })
      .default('available'),
    instanceTenancy: z
      .enum(['default', 'dedicated', 'host'], { error: () => say`Write default, dedicated or host.` })
      .default('default'),
    isDefault: flag.default(false),
    associationId: matchingText(
      new RegExp(`^vpc-cidr-assoc-${HEX}$`),
      () => say`Write an id such as vpc-cidr-assoc-0379592cf9e84bd4b.`,
    ).optional(),
    subnets: listOf(subnet, () => say`Write a list of subnets.`),
    tags: tagsSchema,
  },
  () => say`Write a VPC with id, region, cidrBlock and dhcpOptionsId.`,
);

/** Defaults: available, default tenancy, not the default VPC, no tags; associationId has the digits of the VPC's id. */
const vpc = vpcFields.superRefine(checkZones).transform((fields) => ({
  ...fields,
  associationId: fields.associationId ?? fields.id.replace('vpc-', 'vpc-cidr-assoc-'),
}));

function checkZones({ region, subnets }: z.infer<typeof vpcFields>, context: z.RefinementCtx): void {
  for (const [index, { availabilityZone }] of subnets.entries())
    if (ZONE.test(availabilityZone) && availabilityZone.slice(0, -1) !== region)
      context.addIssue({
        code: 'custom',
        path: ['subnets', index, 'availabilityZone'],
        message: say`Write a zone of the VPC's region, such as ${region}a.`,
      });
}

export const accountSchema = onlyFields(
  {
    id: matchingText(/^\d{12}$/, () => say`Write 12 digits, in quotes: '123456789012'.`),
    users: listOf(user, () => say`Write a list of users.`),
    groups: listOf(group, () => say`Write a list of groups.`),
    roles: listOf(role, () => say`Write a list of roles.`),
    managedPolicies: listOf(managedPolicy, () => say`Write a list of policies, each with name and document.`),
    buckets: listOf(bucket, () => say`Write a list of buckets.`),
    takenBucketNames: listOf(
      bucketName,
      () => say`Write a list of names that buckets of other accounts have.`,
    ),
    vpcs: listOf(vpc, () => say`Write a list of VPCs.`),
    region: region.optional(),
    profiles: listOf(profile, () => say`Write a list of profiles, each with name, and user or role.`),
    files: listOf(homeFile, () => say`Write a list of files, each with path and content.`),
  },
  () => say`Describe the account with id, users, buckets and vpcs.`,
);
