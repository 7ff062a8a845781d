import {
  documentText,
  integerValue,
  json,
  list,
  listChanges,
  object,
  replaced,
  sameValue,
  tagList,
  text,
  textAt,
  textsIn,
  updated,
} from './properties.ts';
import { changeTags, tagsIn } from './resource-tags.ts';
import type { PropertyChange, ResourceContext, ResourceType, Values } from './types.ts';

const INLINE = list(object({ PolicyName: text, PolicyDocument: json }, ['PolicyName', 'PolicyDocument']));

/** A user or role: policies are added and removed by operations that differ in one word. */
type Kind = 'Role' | 'User';

const role: ResourceType = {
  properties: {
    RoleName: replaced(text),
    Path: replaced(text),
    AssumeRolePolicyDocument: updated(json),
    Description: updated(text),
    ManagedPolicyArns: updated(list(text)),
    MaxSessionDuration: updated(integerValue),
    PermissionsBoundary: updated(text),
    Policies: updated(INLINE),
    Tags: updated(tagList),
  },
  required: ['AssumeRolePolicyDocument'],
  attributes: ['Arn', 'RoleId'],
  nameProperty: 'RoleName',
  create: async (values, context) => {
    const RoleName = String(values.RoleName ?? context.newName(64));
    const { Path, Description, MaxSessionDuration, PermissionsBoundary } = values;
    const answer = await context.call('iam', 'CreateRole', {
      RoleName,
      AssumeRolePolicyDocument: documentText(values.AssumeRolePolicyDocument),
      ...given({ Path, Description, MaxSessionDuration, PermissionsBoundary }),
      ...(tagsIn(values).length > 0 && { Tags: tagsIn(values) }),
    });
    await orUndo(setPolicies('Role', { id: RoleName, before: {}, after: values }, context), () =>
      removePrincipal('Role', RoleName, values, context),
    );
    return {
      id: RoleName,
      attributes: { Arn: textAt(answer, 'Role', 'Arn'), RoleId: textAt(answer, 'Role', 'RoleId') },
    };
  },
  updates: [
    async (change, context) => {
      const { id: RoleName, before, after } = change;
      const { call } = context;
      if (!sameValue(before.AssumeRolePolicyDocument, after.AssumeRolePolicyDocument))
        await call('iam', 'UpdateAssumeRolePolicy', {
          RoleName,
          PolicyDocument: documentText(after.AssumeRolePolicyDocument),
        });
      if (before.Description !== after.Description || before.MaxSessionDuration !== after.MaxSessionDuration)
        await call('iam', 'UpdateRole', {
          RoleName,
          Description: after.Description ?? '',
          MaxSessionDuration: after.MaxSessionDuration ?? 3600,
        });
      await setPolicies('Role', change, context);
      await setBoundary('Role', change, context);
      await changeTags(
        change,
        (Tags) => call('iam', 'TagRole', { RoleName, Tags }),
        (TagKeys) => call('iam', 'UntagRole', { RoleName, TagKeys }),
      );
    },
  ],
  delete: (id, values, context) => removePrincipal('Role', id, values, context),
};

const user: ResourceType = {
  properties: {
    UserName: replaced(text),
    Path: updated(text),
    Groups: updated(list(text)),
    ManagedPolicyArns: updated(list(text)),
    PermissionsBoundary: updated(text),
    Policies: updated(INLINE),
    Tags: updated(tagList),
  },
  others: 'LoginProfile',
  attributes: ['Arn'],
  nameProperty: 'UserName',
  create: async (values, context) => {
    const UserName = String(values.UserName ?? context.newName(64));
    const { Path, PermissionsBoundary } = values;
    const answer = await context.call('iam', 'CreateUser', {
      UserName,
      ...given({ Path, PermissionsBoundary }),
      ...(tagsIn(values).length > 0 && { Tags: tagsIn(values) }),
    });
    const change = { id: UserName, before: {}, after: values };
    const settings = setPolicies('User', change, context).then(() => setGroups(change, context));
    await orUndo(settings, () => removePrincipal('User', UserName, values, context));
    return { id: UserName, attributes: { Arn: textAt(answer, 'User', 'Arn') } };
  },
  updates: [
    async (change, context) => {
      const { id: UserName, before, after } = change;
      if (before.Path !== after.Path)
        await context.call('iam', 'UpdateUser', { UserName, NewPath: after.Path ?? '/' });
      await setPolicies('User', change, context);
      await setBoundary('User', change, context);
      await setGroups(change, context);
      await changeTags(
        change,
        (Tags) => context.call('iam', 'TagUser', { UserName, Tags }),
        (TagKeys) => context.call('iam', 'UntagUser', { UserName, TagKeys }),
      );
    },
  ],
  delete: (id, values, context) => removePrincipal('User', id, values, context),
};

function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Undoes what was made where what follows is refused: the rollback does not know of it. */
async function orUndo(work: Promise<void>, undo: () => Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    await undo();
    throw error;
  }
}

const inlineOf = ({ Policies }: Values) => (Policies ?? []) as readonly Values[];

async function setPolicies(
  kind: Kind,
  { id, before, after }: PropertyChange,
  { call }: ResourceContext,
): Promise<void> {
  const owner = { [`${kind}Name`]: id };
  const arns = listChanges(before.ManagedPolicyArns, after.ManagedPolicyArns);
  for (const PolicyArn of arns.removed) await call('iam', `Detach${kind}Policy`, { ...owner, PolicyArn });
  for (const PolicyArn of arns.added) await call('iam', `Attach${kind}Policy`, { ...owner, PolicyArn });
  const names = inlineOf(after).map(({ PolicyName }) => PolicyName);
  for (const { PolicyName } of inlineOf(before))
    if (!names.includes(PolicyName)) await call('iam', `Delete${kind}Policy`, { ...owner, PolicyName });
  for (const policy of inlineOf(after))
    if (!inlineOf(before).some((one) => sameValue(one, policy)))
      await call('iam', `Put${kind}Policy`, {
        ...owner,
        PolicyName: policy.PolicyName,
        PolicyDocument: documentText(policy.PolicyDocument),
      });
}

async function setBoundary(
  kind: Kind,
  { id, before, after }: PropertyChange,
  { call }: ResourceContext,
): Promise<void> {
  const { PermissionsBoundary } = after;
  if (before.PermissionsBoundary === PermissionsBoundary) return;
  const owner = { [`${kind}Name`]: id };
  if (PermissionsBoundary === undefined) await call('iam', `Delete${kind}PermissionsBoundary`, owner);
  else await call('iam', `Put${kind}PermissionsBoundary`, { ...owner, PermissionsBoundary });
}

async function setGroups(
  { id: UserName, before, after }: PropertyChange,
  { call }: ResourceContext,
): Promise<void> {
  const groups = listChanges(before.Groups, after.Groups);
  for (const GroupName of groups.removed) await call('iam', 'RemoveUserFromGroup', { GroupName, UserName });
  for (const GroupName of groups.added) await call('iam', 'AddUserToGroup', { GroupName, UserName });
}

/** Takes away what the resource was given, then the resource itself. What somebody else gave it stands in the way. */
async function removePrincipal(
  kind: Kind,
  id: string,
  values: Values,
  context: ResourceContext,
): Promise<void> {
  const owner = { [`${kind}Name`]: id };
  const attached = await context.call('iam', `ListAttached${kind}Policies`, owner);
  const inline = await context.call('iam', `List${kind}Policies`, owner);
  const arns = ((attached.AttachedPolicies ?? []) as readonly Values[]).map(({ PolicyArn }) => PolicyArn);
  const names = textsIn(inline.PolicyNames);
  for (const PolicyArn of textsIn(values.ManagedPolicyArns).filter((arn) => arns.includes(arn)))
    await context.call('iam', `Detach${kind}Policy`, { ...owner, PolicyArn });
  for (const { PolicyName } of inlineOf(values))
    if (names.includes(String(PolicyName)))
      await context.call('iam', `Delete${kind}Policy`, { ...owner, PolicyName });
  if (kind === 'User') await leaveGroups(id, values, context);
  await context.call('iam', `Delete${kind}`, owner);
}

async function leaveGroups(UserName: string, values: Values, { call }: ResourceContext): Promise<void> {
  const { Groups } = await call('iam', 'ListGroupsForUser', { UserName });
  for (const { GroupName } of (Groups ?? []) as readonly Values[])
    if (textsIn(values.Groups).includes(String(GroupName)))
      await call('iam', 'RemoveUserFromGroup', { GroupName, UserName });
}

export default { 'AWS::IAM::Role': role, 'AWS::IAM::User': user };
