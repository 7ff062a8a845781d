import {
  documentText,
  json,
  list,
  listChanges,
  replaced,
  sameValue,
  text,
  textAt,
  textsIn,
  updated,
} from './properties.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

/** Properties that name identities, with the word of the operations on them. */
const HOLDERS = { Groups: 'Group', Roles: 'Role', Users: 'User' } as const;

/** The identities in a resource's properties, as operations name them. */
function holdersIn(values: Values): { readonly word: string; readonly name: string }[] {
  return Object.entries(HOLDERS).flatMap(([property, word]) =>
    textsIn(values[property]).map((name) => ({ word, name })),
  );
}

/** Those of the first that are not among the second. */
function without(all: ReturnType<typeof holdersIn>, others: ReturnType<typeof holdersIn>) {
  return all.filter((one) => !others.some((other) => sameValue(one, other)));
}

const holders = { Groups: updated(list(text)), Roles: updated(list(text)), Users: updated(list(text)) };

const policy: ResourceType = {
  properties: { ...holders, PolicyName: updated(text), PolicyDocument: updated(json) },
  required: ['PolicyName', 'PolicyDocument'],
  attributes: ['Id'],
  create: async (values, context) => {
    await putInline(holdersIn(values), values, context);
    const id = context.newName(128);
    return { id, attributes: { Id: id } };
  },
  updates: [
    async ({ before, after }, context) => {
      const isRenamed = before.PolicyName !== after.PolicyName;
      await putInline(holdersIn(after), after, context);
      const gone = isRenamed ? holdersIn(before) : without(holdersIn(before), holdersIn(after));
      await deleteInline(gone, before, context);
    },
  ],
  delete: (_, values, context) => deleteInline(holdersIn(values), values, context),
};

type Holders = ReturnType<typeof holdersIn>;

async function putInline(given: Holders, values: Values, { call }: ResourceContext): Promise<void> {
  const { PolicyName } = values;
  const PolicyDocument = documentText(values.PolicyDocument);
  for (const { word, name } of given)
    await call('iam', `Put${word}Policy`, { [`${word}Name`]: name, PolicyName, PolicyDocument });
}

async function deleteInline(
  given: Holders,
  { PolicyName }: Values,
  { call }: ResourceContext,
): Promise<void> {
  for (const { word, name } of given)
    await call('iam', `Delete${word}Policy`, { [`${word}Name`]: name, PolicyName });
}

const managedPolicy: ResourceType = {
  properties: {
    ...holders,
    ManagedPolicyName: replaced(text),
    Description: replaced(text),
    Path: replaced(text),
    PolicyDocument: updated(json),
  },
  required: ['PolicyDocument'],
  attributes: ['PolicyArn', 'PolicyId'],
  nameProperty: 'ManagedPolicyName',
  create: async (values, context) => {
    const { Description, Path } = values;
    const answer = await context.call('iam', 'CreatePolicy', {
      PolicyName: String(values.ManagedPolicyName ?? context.newName(128)),
      PolicyDocument: documentText(values.PolicyDocument),
      ...(Description !== undefined && { Description }),
      ...(Path !== undefined && { Path }),
    });
    const arn = textAt(answer, 'Policy', 'Arn');
    await attach('Attach', arn, holdersIn(values), context);
    return { id: arn, attributes: { PolicyArn: arn, PolicyId: textAt(answer, 'Policy', 'PolicyId') } };
  },
  updates: [
    async ({ id, before, after }, context) => {
      if (!sameValue(before.PolicyDocument, after.PolicyDocument))
        await newVersion(id, documentText(after.PolicyDocument), context);
      await attach('Detach', id, without(holdersIn(before), holdersIn(after)), context);
      await attach('Attach', id, without(holdersIn(after), holdersIn(before)), context);
    },
  ],
  delete: async (id, values, context) => {
    await attach('Detach', id, holdersIn(values), context);
    for (const VersionId of await otherVersions(id, context))
      await context.call('iam', 'DeletePolicyVersion', { PolicyArn: id, VersionId });
    await context.call('iam', 'DeletePolicy', { PolicyArn: id });
  },
};

async function attach(
  verb: 'Attach' | 'Detach',
  PolicyArn: string,
  given: Holders,
  { call }: ResourceContext,
): Promise<void> {
  for (const { word, name } of given)
    await call('iam', `${verb}${word}Policy`, { [`${word}Name`]: name, PolicyArn });
}

/** IAM keeps five versions: all but the last default one make room. */
async function newVersion(
  PolicyArn: string,
  PolicyDocument: string,
  context: ResourceContext,
): Promise<void> {
  for (const VersionId of await otherVersions(PolicyArn, context))
    await context.call('iam', 'DeletePolicyVersion', { PolicyArn, VersionId });
  await context.call('iam', 'CreatePolicyVersion', { PolicyArn, PolicyDocument, SetAsDefault: true });
}

async function otherVersions(PolicyArn: string, { call }: ResourceContext): Promise<string[]> {
  const { Versions = [] } = await call('iam', 'ListPolicyVersions', { PolicyArn });
  return (Versions as readonly Values[])
    .filter(({ IsDefaultVersion }) => IsDefaultVersion !== true)
    .map(({ VersionId }) => String(VersionId));
}

const instanceProfile: ResourceType = {
  properties: { InstanceProfileName: replaced(text), Path: replaced(text), Roles: updated(list(text)) },
  required: ['Roles'],
  attributes: ['Arn'],
  nameProperty: 'InstanceProfileName',
  create: async (values, context) => {
    const InstanceProfileName = String(values.InstanceProfileName ?? context.newName(128));
    const { Path } = values;
    const answer = await context.call('iam', 'CreateInstanceProfile', {
      InstanceProfileName,
      ...(Path !== undefined && { Path }),
    });
    for (const RoleName of textsIn(values.Roles))
      await context.call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName, RoleName });
    return { id: InstanceProfileName, attributes: { Arn: textAt(answer, 'InstanceProfile', 'Arn') } };
  },
  updates: [
    async ({ id, before, after }, { call }) => {
      const InstanceProfileName = id;
      const roles = listChanges(before.Roles, after.Roles);
      for (const RoleName of roles.removed)
        await call('iam', 'RemoveRoleFromInstanceProfile', { InstanceProfileName, RoleName });
      for (const RoleName of roles.added)
        await call('iam', 'AddRoleToInstanceProfile', { InstanceProfileName, RoleName });
    },
  ],
  delete: async (id, values, { call }) => {
    for (const RoleName of textsIn(values.Roles))
      await call('iam', 'RemoveRoleFromInstanceProfile', { InstanceProfileName: id, RoleName });
    await call('iam', 'DeleteInstanceProfile', { InstanceProfileName: id });
  },
};

export default {
  'AWS::IAM::InstanceProfile': instanceProfile,
  'AWS::IAM::ManagedPolicy': managedPolicy,
  'AWS::IAM::Policy': policy,
};
