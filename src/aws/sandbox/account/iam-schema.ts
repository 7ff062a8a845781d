import * as z from 'zod';
import { say } from '../../../language/say.ts';
import { matchingText, onlyFields } from '../../../procedure/yaml/index.ts';
import { identityPolicySchema, listOf, tagsSchema, time, trustDocument } from './fields.ts';

const principalName = (length: number) =>
  matchingText(
    new RegExp(`^[\\w+=,.@-]{1,${length}}$`),
    () => say`Write a name of 1 to ${length} letters, digits and _+=,.@-`,
  );
const path = matchingText(
  /^\/([!-~]+\/)?$/,
  () => say`Write a path that begins and ends with /, such as /developers/.`,
).default('/');
const created = time.default(new Date('2021-01-01T00:00:00Z'));

const policy = onlyFields(
  { name: principalName(128), document: identityPolicySchema },
  () => say`Write a policy with name and document.`,
);
const policies = listOf(policy, () => say`Write a list of policies, each with name and document.`);

const sayAttached = () =>
  say`Write a list of policies: names of managedPolicies, or ARNs such as 'arn:aws:iam::aws:policy/ReadOnlyAccess'.`;
const attachedPolicies = listOf(z.string({ error: sayAttached }), sayAttached);

const mfaDevice = onlyFields(
  {
    name: matchingText(
      /^[\w+=,.@-]{1,226}$/,
      () => say`Write a name of 1 to ${226} letters, digits and _+=,.@-`,
    ),
    seed: matchingText(
      /^[A-Z2-7]{16,128}$/,
      () => say`Write a seed of 16 to 128 characters of Base32: A to Z and 2 to 7.`,
    ),
  },
  () => say`Write a device with name and seed.`,
);
const sayDevices = () => say`Write a list of up to 8 devices, each with name and seed.`;

const sayKeys = () => say`Write 0, 1 or 2: AWS allows a user two access keys.`;
const sayGroups = () => say`Write a list of names of groups.`;

/** Defaults: path `/`, created 2021-01-01, no access key, no tags, no policies, no groups, no devices. */
export const user = onlyFields(
  {
    name: principalName(64),
    path,
    created,
    tags: tagsSchema,
    accessKeys: z.int({ error: sayKeys }).min(0, { error: sayKeys }).max(2, { error: sayKeys }).default(0),
    policies,
    attachedPolicies,
    groups: listOf(z.string({ error: sayGroups }), sayGroups),
    mfaDevices: z.array(mfaDevice, { error: sayDevices }).max(8, { error: sayDevices }).default([]),
  },
  () => say`Write a user with at least a name.`,
);

/** Defaults: path `/`, created 2021-01-01, no policies. */
export const group = onlyFields(
  { name: principalName(128), path, created, policies, attachedPolicies },
  () => say`Write a group with at least a name.`,
);

const sayDuration = () => say`Write a number of seconds, 3600 to 43200.`;

/** Defaults: path `/`, created 2021-01-01, sessions of an hour, no tags, no policies. */
export const role = onlyFields(
  {
    name: principalName(64),
    path,
    created,
    description: z.string({ error: () => say`Write a text.` }).optional(),
    maxSessionSeconds: z
      .int({ error: sayDuration })
      .min(3600, { error: sayDuration })
      .max(43_200, { error: sayDuration })
      .default(3600),
    trust: trustDocument,
    tags: tagsSchema,
    policies,
    attachedPolicies,
  },
  () => say`Write a role with at least name and trust.`,
);

/** Defaults: path `/`, created 2021-01-01. */
export const managedPolicy = onlyFields(
  {
    name: principalName(128),
    path,
    created,
    description: z.string({ error: () => say`Write a text.` }).optional(),
    document: identityPolicySchema,
  },
  () => say`Write a policy with name and document.`,
);
