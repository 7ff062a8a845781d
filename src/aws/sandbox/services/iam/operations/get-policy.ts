import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import { on } from '../access.ts';
import { arn } from '../constraints.ts';
import { toPolicyInFull } from '../describe.ts';
import { get, policies } from '../kinds.ts';

export default defineOperation<GetPolicyRequest, GetPolicyResponse>({
  name: 'GetPolicy',
  constraints: { PolicyArn: arn },
  access: on(policies, 'GetPolicy'),
  handle: ({ input, state }) => ({
    Policy: toPolicyInFull(state, get(policies, state, input.PolicyArn ?? '')),
  }),
});
