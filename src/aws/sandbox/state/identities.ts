import type {
  AccountState,
  Caller,
  Credential,
  IamIdentity,
  PolicyText,
  RoleRecord,
  UserRecord,
} from './types.ts';

/** A caller as AWS names it. */
export interface CallerIdentity {
  /** A session of a user is the user itself; those of roles and federated users have ARNs of STS. */
  readonly arn: string;
  /** `AIDA...`, `AROA...:session`, `123456789012:name` */
  readonly userId: string;
}

/** Source: IAM User Guide, reference_policies_variables, "Principal key values". */
export function identityOf(credential: Caller, { account }: AccountState): CallerIdentity {
  const sts = `arn:aws:sts::${account.id}`;
  switch (credential.kind) {
    case 'service':
      return { arn: credential.name, userId: credential.name };
    // "anonymous" is the value of aws:userid and aws:PrincipalType, and an ARN there is none (IAM User Guide).
    case 'anonymous':
      return { arn: 'anonymous', userId: 'anonymous' };
    case 'long-term':
    case 'session':
      return { arn: credential.user.arn, userId: credential.user.userId };
    case 'federated':
      return {
        arn: `${sts}:federated-user/${credential.name}`,
        userId: `${account.id}:${credential.name}`,
      };
    case 'assumed-role': {
      const { role, sessionName } = credential;
      return {
        arn: `${sts}:assumed-role/${role.name}/${sessionName}`,
        userId: `${role.roleId}:${sessionName}`,
      };
    }
  }
}

/** The groups of a user, in the order of their making. */
export function groupsOf(state: AccountState, user: UserRecord) {
  return [...state.groups.values()].filter(({ members }) => members.has(user));
}

/** The user or role whose permissions a credential has. */
export function credentialOwner(credential: Credential): UserRecord | RoleRecord {
  return credential.kind === 'assumed-role' ? credential.role : credential.user;
}

/** The identities whose policies a user or role has: itself, then the user's groups. */
export function identitiesOf(state: AccountState, owner: UserRecord | RoleRecord): IamIdentity[] {
  return 'userId' in owner ? [owner, ...groupsOf(state, owner)] : [owner];
}

/** All identity-based policies of a user or role: its own, then those of its groups. */
export function identityPolicies(state: AccountState, owner: UserRecord | RoleRecord): PolicyText[] {
  return identitiesOf(state, owner).flatMap(({ inlinePolicies, attachedPolicies }) => [
    ...inlinePolicies.values(),
    ...[...attachedPolicies].map(({ defaultVersion }) => defaultVersion),
  ]);
}

/** The names of the identity-based policies of a user or role, in the order of their documents. */
export function policyNames(state: AccountState, owner: UserRecord | RoleRecord): string[] {
  return identitiesOf(state, owner).flatMap(ownPolicyNames);
}

/** The names of an identity's own policies. */
export const ownPolicyNames = ({ inlinePolicies, attachedPolicies }: IamIdentity): string[] => [
  ...inlinePolicies.keys(),
  ...[...attachedPolicies].map(({ name }) => name),
];
