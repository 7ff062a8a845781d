import { isOfAws } from './aws-managed-policies.ts';
import { ownPolicyNames } from './identities.ts';
import type { ListedResource } from './resource-list.ts';
import type { AccountState, IamIdentity } from './types.ts';

type Iam = Pick<AccountState, 'users' | 'groups' | 'roles' | 'policies' | 'mfaDevices' | 'credentials'>;

/** Lists IAM's resources but those of AWS itself. */
export function iamResources({
  users,
  groups,
  roles,
  policies,
  mfaDevices,
  credentials,
}: Iam): ListedResource[] {
  return [
    ...[...users.values()].map((user) => resource('User', user.name, policiesOf(user))),
    ...[...credentials.values()].flatMap((key) =>
      key.kind === 'long-term'
        ? [resource('AccessKey', key.accessKeyId, { UserName: key.user.name, Status: key.status })]
        : [],
    ),
    ...[...groups.values()].map((group) =>
      resource('Group', group.name, {
        Users: [...group.members].map(({ name }) => name).join(', '),
        ...policiesOf(group),
      }),
    ),
    ...[...roles.values()].map((role) => resource('Role', role.name, policiesOf(role))),
    ...[...policies.values()]
      .filter((policy) => !isOfAws(policy))
      .map(({ name, defaultVersion }) =>
        resource('ManagedPolicy', name, { DefaultVersionId: defaultVersion.id }),
      ),
    ...[...mfaDevices.values()].map(({ serialNumber, assignment }) =>
      resource('VirtualMFADevice', serialNumber.split('/').at(-1) ?? serialNumber, {
        UserName: assignment?.user.name ?? '',
      }),
    ),
  ];
}

const policiesOf = (identity: IamIdentity) => ({ Policies: ownPolicyNames(identity).join(', ') });

function resource(noun: string, id: string, details: Readonly<Record<string, string>>): ListedResource {
  return { type: `AWS::IAM::${noun}`, id, details };
}
