import type { AssumeRoleRequest } from '@aws-sdk/client-sts';
import type { ConditionValues } from '../../authorization/index.ts';
import { type Caller, type OperationContext, type RoleRecord, ServiceError } from '../../operation/index.ts';
import { tagConditions } from './session-tags.ts';

/** Properties of a role session that trust policies have conditions on. */
interface Carried {
  readonly mfaTime?: Date;
  readonly sourceIdentity?: string;
}

/** Trusts nobody: an unknown role is refused as one that trusts nobody, so that none can be found by guessing. */
const NOBODY = { Version: '2012-10-17', Statement: [] };

/**
 * The role, if its trust policy and the caller's own policies let the caller assume it, with the source identity
 * and the tags that come with it. Throws a ServiceError.
 */
export function authorizeAssumption(
  { input, caller, state, require }: OperationContext<AssumeRoleRequest>,
  carried: Carried,
): RoleRecord {
  const { RoleArn: resource = '', Tags = [] } = input;
  const role = [...state.roles.values()].find(({ arn }) => arn === resource);
  const trust = role?.trustPolicy.document ?? NOBODY;
  const conditions = conditionsOf(input, carried, role);
  const actions = [
    'sts:AssumeRole',
    ...(carried.sourceIdentity === undefined ? [] : ['sts:SetSourceIdentity']),
    ...(Tags.length > 0 || handsTagsOn(caller) ? ['sts:TagSession'] : []),
  ];
  for (const action of actions) require({ action, resource, trust, conditions });
  if (!role) throw new Error('A role that does not exist trusted someone.');
  return role;
}

/**
 * A source identity goes on from session to session and "you cannot change the value that was set" (IAM User Guide).
 * Throws a ServiceError; the text is ours.
 */
export function sourceIdentityOf({ SourceIdentity }: AssumeRoleRequest, caller: Caller): string | undefined {
  const own = caller.kind === 'assumed-role' ? caller.sourceIdentity : undefined;
  if (own !== undefined && SourceIdentity !== undefined && SourceIdentity !== own)
    throw new ServiceError(
      403,
      'AccessDenied',
      `The calling session has the source identity ${own}, which cannot be changed.`,
    );
  return own ?? SourceIdentity;
}

function conditionsOf(
  input: AssumeRoleRequest,
  { mfaTime, sourceIdentity }: Carried,
  role: RoleRecord | undefined,
): ConditionValues {
  return {
    'sts:RoleSessionName': input.RoleSessionName,
    'sts:ExternalId': input.ExternalId,
    'sts:SourceIdentity': sourceIdentity,
    ...tagConditions(input),
    ...Object.fromEntries(
      (role?.tags ?? []).flatMap(({ key, value }) => [
        [`aws:ResourceTag/${key}`, value],
        [`iam:ResourceTag/${key}`, value],
      ]),
    ),
    // A code in the request counts, whatever the credentials; without one those of the caller say.
    ...(mfaTime ? { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' } : {}),
  };
}

function handsTagsOn(caller: Caller): boolean {
  return caller.kind === 'assumed-role' && caller.transitiveTagKeys.length > 0;
}

/** "The default is set to 3600 seconds" (API reference, AssumeRole); role chaining allows no more. */
const HOUR = 3600;

/**
 * How long a session of a role lasts, in seconds. Throws a ServiceError; texts as seen on AWS, which counts all
 * temporary credentials of the caller as role chaining, also those of GetSessionToken.
 */
export function roleSeconds(requested: number | undefined, role: RoleRecord, caller: Caller): number {
  const seconds = requested ?? HOUR;
  if (caller.kind !== 'long-term' && seconds > HOUR)
    throw tooLong('exceeds the 1 hour session limit for roles assumed by role chaining.');
  if (seconds > role.maxSessionSeconds) throw tooLong('exceeds the MaxSessionDuration set for this role.');
  return seconds;
}

function tooLong(reason: string): ServiceError {
  return new ServiceError(400, 'ValidationError', `The requested DurationSeconds ${reason}`);
}
