import type { Clock } from '../clock/index.ts';
import { ServiceError } from '../errors/index.ts';
import { newAccessKeyId, newSessionToken, secretAccessKey } from '../identifiers/index.ts';
import { decide } from '../policy-engine/index.ts';
import type { Random } from '../random/index.ts';
import type { AccountState, Credential, RoleRecord } from '../state/index.ts';
import { toContext } from './condition-values.ts';

/** A role that a service takes on: Lambda runs a function so. */
export interface AssumedByService {
  readonly kind: 'role';
  /** `lambda.amazonaws.com` */
  readonly service: string;
  readonly roleArn: string;
  readonly sessionName: string;
}

/** The permission that a caller needs who gives a role to a service (IAM User Guide, "Grant permissions to pass a role"). */
export function passRole(roleArn: string, service: string) {
  return { action: 'iam:PassRole', resource: roleArn, conditions: { 'iam:PassedToService': service } };
}

/** Lambda's and other services' own sessions of a role last as long as the work: more than that is never needed. */
const SESSION_MS = 3_600_000;

/**
 * A session of a role for a service that the role trusts. Throws AccessDenied otherwise; the wording is ours, and a
 * service that has words of its own replaces it.
 */
export function assumeForService(
  { service, roleArn, sessionName }: AssumedByService,
  { state, clock, random }: { state: AccountState; clock: Clock; random: Random },
): Credential {
  const role = trustingRole(roleArn, service, state);
  if (!role)
    throw new ServiceError(403, 'AccessDenied', `${service} is not allowed to assume the role ${roleArn}.`);
  const issued = clock.account();
  role.lastUsed = { date: issued, region: 'us-east-1' };
  const key = random.fork(`service-role/${roleArn}/${sessionName}/${issued.getTime()}`);
  return {
    kind: 'assumed-role',
    accessKeyId: newAccessKeyId(key, 'ASIA'),
    secretAccessKey: secretAccessKey(key),
    token: newSessionToken(key),
    issued,
    expiration: new Date(issued.getTime() + SESSION_MS),
    role,
    sessionName,
    tags: [],
    transitiveTagKeys: [],
  };
}

/** True where there is such a role and its trust policy lets the service take it on. */
export function trustsService(roleArn: string, service: string, state: AccountState): boolean {
  return trustingRole(roleArn, service, state) !== undefined;
}

function trustingRole(roleArn: string, service: string, state: AccountState): RoleRecord | undefined {
  const role = [...state.roles.values()].find(({ arn }) => arn === roleArn);
  const conditions = toContext({
    'aws:SourceAccount': state.account.id,
    'aws:PrincipalIsAWSService': 'true',
  });
  const request = { action: 'sts:AssumeRole', resource: roleArn, conditions, principal: { service } };
  return role && decide({ identity: [], trust: role.trustPolicy.document }, request).allowed
    ? role
    : undefined;
}
