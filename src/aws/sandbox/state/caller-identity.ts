import type { AccountState, Caller } from './types.ts';

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
