import type {
  AssumeRoleRequest,
  AssumeRoleResponse,
  GetFederationTokenRequest,
  GetFederationTokenResponse,
  GetSessionTokenRequest,
  GetSessionTokenResponse,
} from '@aws-sdk/client-sts';
import { defineOperation, identityOf, ServiceError } from '../../operation/index.ts';
import { authorizeAssumption, roleSeconds, sourceIdentityOf } from './assumption.ts';
import { constraints } from './constraints.ts';
import { authenticateMfa, callingUser, issueCredentials, toCredentials } from './issue-credentials.ts';
import { packedSize, readSessionPolicies } from './session-policies.ts';
import { readTags, tagConditions } from './session-tags.ts';

/** "The default session duration is 43,200 seconds (12 hours)" (API reference, GetFederationToken, GetSessionToken). */
const DEFAULT_DURATION_SECONDS = 43_200;

export default {
  AssumeRole: defineOperation<AssumeRoleRequest, AssumeRoleResponse>({
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
      if (!/^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+/.test(arn))
        throw new ServiceError(400, 'ValidationError', `${arn} is invalid`);
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
  }),

  /** "You cannot use policies to control authentication operations" (IAM User Guide). */
  GetSessionToken: defineOperation<GetSessionTokenRequest, GetSessionTokenResponse>({
    constraints: {
      DurationSeconds: constraints.duration,
      SerialNumber: constraints.serialNumber,
      TokenCode: constraints.tokenCode,
    },
    access: 'none',
    handle: (context) => {
      const { input, caller, state, clock } = context;
      const user = callingUser(caller);
      const mfaTime = authenticateMfa(input, caller, state, clock.account());
      const credentials = issueCredentials(context, input.DurationSeconds ?? DEFAULT_DURATION_SECONDS);
      state.credentials.set(credentials.accessKeyId, { kind: 'session', ...credentials, user, mfaTime });
      return { Credentials: toCredentials(credentials) };
    },
  }),

  GetFederationToken: defineOperation<GetFederationTokenRequest, GetFederationTokenResponse>({
    constraints: {
      Name: constraints.federatedName,
      Policy: constraints.shortPolicy,
      PolicyArns: constraints.policyArns,
      DurationSeconds: constraints.duration,
      Tags: constraints.tags,
    },
    access: {
      action: 'sts:GetFederationToken',
      resource: ({ input, state }) => `arn:aws:sts::${state.account.id}:federated-user/${input.Name}`,
      namesResource: true,
      conditions: ({ input }) => tagConditions(input),
    },
    handle: (context) => {
      const { input, caller, state, require } = context;
      const { Name: name = '' } = input;
      const user = callingUser(caller);
      const resource = `arn:aws:sts::${state.account.id}:federated-user/${name}`;
      const { tags } = readTags(input, caller);
      if (tags.length > 0) require({ action: 'sts:TagSession', resource, conditions: tagConditions(input) });
      // "If you do not pass a policy, then the resulting federated user session has no permissions."
      const sessionPolicies = readSessionPolicies(input, state) ?? [];
      const size = packedSize(input);
      const credentials = issueCredentials(context, input.DurationSeconds ?? DEFAULT_DURATION_SECONDS);
      const session = { kind: 'federated', ...credentials, user, name, sessionPolicies, tags } as const;
      state.credentials.set(credentials.accessKeyId, session);
      const { arn, userId } = identityOf(session, state);
      return {
        Credentials: toCredentials(credentials),
        FederatedUser: { FederatedUserId: userId, Arn: arn },
        PackedPolicySize: size ?? 0,
      };
    },
  }),
};
