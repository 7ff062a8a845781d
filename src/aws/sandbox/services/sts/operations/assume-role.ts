import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts';
import { ServiceError } from '../../../errors/index.ts';
import { defineOperation } from '../../../operation/index.ts';
import { identityOf } from '../../../state/index.ts';
import { authorizeAssumption, sourceIdentityOf } from '../assumption.ts';
import { constraints } from '../constraints.ts';
import { issueCredentials, toCredentials } from '../credentials.ts';
import { authenticateMfa } from '../mfa.ts';
import { roleSeconds } from '../role-duration.ts';
import { packedSize, readSessionPolicies } from '../session-policies.ts';
import { readTags } from '../tags.ts';

export default defineOperation<AssumeRoleRequest, AssumeRoleResponse>({
  name: 'AssumeRole',
  constraints: {
    RoleArn: constraints.arn,
    RoleSessionName: constraints.sessionName,
    Policy: constraints.policy,
    PolicyArns: constraints.policyArns,
    DurationSeconds: constraints.roleDuration,
    Tags: constraints.tags,
    TransitiveTagKeys: constraints.tagKeys,
    ExternalId: constraints.externalId,
    SerialNumber: constraints.serialNumber,
    TokenCode: constraints.tokenCode,
    SourceIdentity: constraints.sessionName,
  },
  // The role's trust policy joins the caller's own policies: see the handler.
  access: 'none',
  handle: (context) => {
    const { input, caller, state, clock } = context;
    const { RoleArn: arn = '', RoleSessionName: sessionName = '' } = input;
    if (!/^arn:aws:iam::\d{12}:role\/.+$/.test(arn))
      throw new ServiceError(400, 'ValidationError', 'Request ARN is invalid');
    const mfaTime = authenticateMfa(input, caller, state, clock.account());
    const sourceIdentity = sourceIdentityOf(input, caller);
    const role = authorizeAssumption(context, { mfaTime, sourceIdentity });
    const seconds = roleSeconds(input.DurationSeconds, role, caller);
    const sessionPolicies = readSessionPolicies(input, state);
    const size = packedSize(input);
    const credentials = issueCredentials(context, seconds);
    const session = {
      kind: 'assumed-role',
      ...credentials,
      ...{ role, sessionName, sessionPolicies, mfaTime, sourceIdentity },
      ...readTags(input, caller),
    } as const;
    state.credentials.set(credentials.accessKeyId, session);
    const { arn: sessionArn, userId } = identityOf(session, state);
    return {
      Credentials: toCredentials(credentials),
      AssumedRoleUser: { AssumedRoleId: userId, Arn: sessionArn },
      PackedPolicySize: size,
      SourceIdentity: sourceIdentity,
    };
  },
});
