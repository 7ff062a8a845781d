import type { GetFederationTokenRequest, GetFederationTokenResponse } from '@aws-sdk/client-sts';
import { defineOperation } from '../../../operation/index.ts';
import { identityOf } from '../../../state/index.ts';
import { callingUser } from '../calling-user.ts';
import { constraints } from '../constraints.ts';
import { issueCredentials, toCredentials } from '../credentials.ts';
import { packedSize, readSessionPolicies } from '../session-policies.ts';
import { readTags, tagConditions } from '../tags.ts';

/** "The default session duration is 43,200 seconds (12 hours)" (API reference). */
const DEFAULT_DURATION_SECONDS = 43_200;

export default defineOperation<GetFederationTokenRequest, GetFederationTokenResponse>({
  name: 'GetFederationToken',
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
      PackedPolicySize: size,
    };
  },
});
