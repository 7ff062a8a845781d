import * as z from 'zod';
import { fieldsOfDocument, fieldsOfStatement, type PolicyKind } from '../policy-syntax/index.ts';
import {
  identityPolicySchema,
  listOf,
  matchingText,
  strictError,
  tag,
  tagsSchema,
  time,
  trustDocument,
} from './fields.ts';

const principalName = (length: number) =>
  matchingText(
    new RegExp(`^[\\w+=,.@-]{1,${length}}$`),
    `Write a name of 1 to ${length} letters, digits and _+=,.@-`,
  );
const path = matchingText(
  /^\/([!-~]+\/)?$/,
  'Write a path that begins and ends with /, such as /developers/.',
).default('/');
const created = time.default(new Date('2021-01-01T00:00:00Z'));

const policy = z.strictObject(
  { name: principalName(128), document: identityPolicySchema },
  { error: strictError('Write a policy with name and document.') },
);
const policies = listOf(policy, 'Write a list of policies, each with name and document.');

const ATTACHED =
  "Write a list of policies: names of managedPolicies, or ARNs such as 'arn:aws:iam::aws:policy/ReadOnlyAccess'.";
const attachedPolicies = listOf(z.string({ error: ATTACHED }), ATTACHED);

const KEYS = 'Write 0, 1 or 2: AWS allows a user two access keys.';
const GROUPS = 'Write a list of names of groups.';

/** Defaults: path `/`, created 2021-01-01, no access key, no tags, no policies, no groups. */
export const user = z.strictObject(
  {
    name: principalName(64),
    path,
    created,
    tags: tagsSchema,
    accessKeys: z.int({ error: KEYS }).min(0, { error: KEYS }).max(2, { error: KEYS }).default(0),
    policies,
    attachedPolicies,
    groups: listOf(z.string({ error: GROUPS }), GROUPS),
  },
  { error: strictError('Write a user with at least a name.') },
);

/** Defaults: path `/`, created 2021-01-01, no policies. */
export const group = z.strictObject(
  { name: principalName(128), path, created, policies, attachedPolicies },
  { error: strictError('Write a group with at least a name.') },
);

const DURATION = 'Write a number of seconds, 3600 to 43200.';

/** Defaults: path `/`, created 2021-01-01, sessions of an hour, no tags, no policies. */
export const role = z.strictObject(
  {
    name: principalName(64),
    path,
    created,
    description: z.string({ error: 'Write a text.' }).optional(),
    maxSessionSeconds: z
      .int({ error: DURATION })
      .min(3600, { error: DURATION })
      .max(43_200, { error: DURATION })
      .default(3600),
    trust: trustDocument,
    tags: tagsSchema,
    policies,
    attachedPolicies,
  },
  { error: strictError('Write a role with at least name and trust.') },
);

/** Defaults: path `/`, created 2021-01-01. */
export const managedPolicy = z.strictObject(
  {
    name: principalName(128),
    path,
    created,
    description: z.string({ error: 'Write a text.' }).optional(),
    document: identityPolicySchema,
  },
  { error: strictError('Write a policy with name and document.') },
);

const fieldsOf = (place: string, kind: PolicyKind = 'identity') => ({
  [place]: fieldsOfDocument,
  [`${place}.Statement`]: fieldsOfStatement[kind],
});
const fieldsOfPolicies = (place: string) => ({
  [place]: Object.keys(policy.shape),
  ...fieldsOf(`${place}.document`),
});

/** The fields of each kind of thing here, by the path to it without numbers. */
export const iamFields: Readonly<Record<string, readonly string[]>> = {
  users: Object.keys(user.shape),
  'users.tags': Object.keys(tag.shape),
  ...fieldsOfPolicies('users.policies'),
  groups: Object.keys(group.shape),
  ...fieldsOfPolicies('groups.policies'),
  roles: Object.keys(role.shape),
  'roles.tags': Object.keys(tag.shape),
  ...fieldsOf('roles.trust', 'trust'),
  ...fieldsOfPolicies('roles.policies'),
  managedPolicies: Object.keys(managedPolicy.shape),
  ...fieldsOf('managedPolicies.document'),
};
