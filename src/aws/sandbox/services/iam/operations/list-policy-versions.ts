import type { ListPolicyVersionsRequest, ListPolicyVersionsResponse } from '@aws-sdk/client-iam';
import { defineOperation } from '../../../operation/index.ts';
import type { PolicyVersion } from '../../../state/index.ts';
import { on } from '../access.ts';
import { arn, paging } from '../constraints.ts';
import { toVersion } from '../describe.ts';
import { get, policies } from '../kinds.ts';
import { pageOf } from '../pages.ts';

export default defineOperation<ListPolicyVersionsRequest, ListPolicyVersionsResponse>({
  name: 'ListPolicyVersions',
  constraints: { PolicyArn: arn, ...paging },
  access: on(policies, 'ListPolicyVersions'),
  handle: ({ input, state }) => {
    const policy = get(policies, state, input.PolicyArn ?? '');
    const { items, more } = pageOf(policy.versions, newestFirst, input);
    return { Versions: items.map((version) => toVersion(policy, version)), ...more };
  },
});

/** AWS shows the newest first. */
function newestFirst({ id }: PolicyVersion): string {
  return String(Number.MAX_SAFE_INTEGER - Number(id.slice(1)));
}
