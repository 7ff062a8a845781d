import type {
  EvaluationResult,
  SimulatePolicyResponse,
  SimulatePrincipalPolicyRequest,
  Statement,
} from '@aws-sdk/client-iam';
import {
  type AccountState,
  defineOperation,
  type GroupRecord,
  identitiesOf,
  type RoleRecord,
  type UserRecord,
} from '../../operation/index.ts';
import { type AccessRequest, decide, findDenial, type PolicySet } from '../../policy-engine/index.ts';
import { arn, paging } from './constraints.ts';
import { invalidInput } from './iam-errors.ts';
import { groups, required, roles, users } from './iam-kinds.ts';
import { iamPage } from './pages.ts';
import { requireDocument } from './policy-catalogue.ts';

/** A policy of the principal, by the id that AWS gives it in a simulation. */
interface NamedPolicy {
  readonly id: string;
  readonly document: unknown;
}

const kinds = { user: users, group: groups, role: roles };

export default {
  SimulatePrincipalPolicy: defineOperation<SimulatePrincipalPolicyRequest, SimulatePolicyResponse>({
    constraints: { PolicySourceArn: arn, ...paging },
    reads: ['ActionNames', 'ResourceArns'],
    access: {
      action: 'iam:SimulatePrincipalPolicy',
      resource: ({ input }) => input.PolicySourceArn ?? '*',
      namesResource: true,
    },
    handle: ({ input, state }) => {
      const { PolicySourceArn = '', ActionNames = [], ResourceArns = ['*'] } = input;
      const owner = ownerOf(PolicySourceArn, state);
      const policies = policiesOf(owner, state);
      const boundary = 'permissionsBoundary' in owner ? owner.permissionsBoundary : undefined;
      if (boundary) requireDocument(boundary);
      const set: PolicySet = {
        identity: policies.map(({ document }) => document),
        ...(boundary && { boundary: boundary.defaultVersion.document }),
      };
      const missing = [...new Set(policies.flatMap(({ document }) => contextKeysIn(document)))];
      const pairs = ActionNames.flatMap((action) => ResourceArns.map((resource) => ({ action, resource })));
      const numbered = pairs.map((pair, index) => ({ pair, key: String(index).padStart(6, '0') }));
      const { items, more } = iamPage(numbered, ({ key }) => key, input);
      const results = items.map(({ pair }) => ({
        ...simulate({ ...pair, conditions: new Map() }, policies, set),
        MissingContextValues: [...missing],
      }));
      return { EvaluationResults: results, ...more };
    },
  }),
};

function ownerOf(sourceArn: string, state: AccountState): UserRecord | GroupRecord | RoleRecord {
  const [, account, noun, path = ''] =
    /^arn:aws:iam::(\d{12}):(user|group|role)\/(.+)$/.exec(sourceArn) ?? [];
  if (account !== state.account.id)
    throw invalidInput(`Invalid Entity Arn: ${sourceArn} does not clearly define entity type and name.`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return required<UserRecord | GroupRecord | RoleRecord>(kinds[noun as 'user'], state, name);
}

/** A managed policy has its own name, an inline one the name of its owner before it, as seen on AWS. */
function policiesOf(owner: UserRecord | GroupRecord | RoleRecord, state: AccountState): NamedPolicy[] {
  const owners = 'groupId' in owner ? [owner] : identitiesOf(state, owner);
  return owners.flatMap((one) => {
    const noun = 'userId' in one ? 'user' : 'groupId' in one ? 'group' : 'role';
    return [
      ...[...one.inlinePolicies].map(([name, { document }]) => ({
        id: `${noun}_${one.name}_${name}`,
        document,
      })),
      ...[...one.attachedPolicies].map((policy) => {
        requireDocument(policy);
        return { id: policy.name, document: policy.defaultVersion.document };
      }),
    ];
  });
}

/** Judges a request without making it, and without context keys. */
function simulate(
  request: AccessRequest,
  policies: readonly NamedPolicy[],
  set: PolicySet,
): EvaluationResult {
  const verdict = decide(set, request);
  const matched = verdict.allowed ? policies.filter(allows(request)) : policies.filter(denies(request));
  return {
    EvalActionName: request.action,
    EvalResourceName: request.resource,
    EvalDecision: verdict.allowed ? 'allowed' : verdict.explicit ? 'explicitDeny' : 'implicitDeny',
    MatchedStatements: matched.map(toStatement),
    ...(set.boundary !== undefined && {
      PermissionsBoundaryDecisionDetail: {
        AllowedByPermissionsBoundary: decide({ identity: [set.boundary] }, request).allowed,
      },
    }),
  };
}

const allows =
  (request: AccessRequest) =>
  ({ document }: NamedPolicy) =>
    decide({ identity: [document] }, request).allowed;

const denies =
  (request: AccessRequest) =>
  ({ document }: NamedPolicy) =>
    findDenial([document], request) !== undefined;

/** Without the positions: how AWS counts them is not documented. */
const toStatement = ({ id }: NamedPolicy): Statement => ({
  SourcePolicyId: id,
  // Not one of the model's values, but what AWS was seen to print.
  SourcePolicyType: 'IAM Policy' as Statement['SourcePolicyType'],
});

/** Context keys are not given here: those that a policy asks for are named. */
function contextKeysIn(document: unknown): string[] {
  const { Statement: statements = [] } = document as { Statement?: unknown };
  return [statements].flat().flatMap((statement) => {
    const { Condition = {} } = statement as { Condition?: Record<string, object> };
    return Object.values(Condition).flatMap(Object.keys);
  });
}
