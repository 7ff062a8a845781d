import type { ContextEntry, EvaluationResult, Statement } from '@aws-sdk/client-iam';
import {
  type AccessRequest,
  type ConditionContext,
  decide,
  findDenial,
  type PolicySet,
} from '../../policy-engine/index.ts';
import { conditionKeysIn } from './context-keys.ts';
import { iamPage, type Paging } from './pages.ts';

/** A policy of a simulation, by the id that AWS gives it there. */
export interface NamedPolicy {
  readonly id: string;
  readonly document: unknown;
}

/** Requests that a simulation judges, each action with each resource. */
export interface SimulatedRequests extends Paging {
  readonly ActionNames?: readonly string[] | undefined;
  readonly ResourceArns?: readonly string[] | undefined;
  readonly ContextEntries?: readonly ContextEntry[] | undefined;
}

/** Judges requests without making them, by a page of results. */
export function simulateRequests(
  input: SimulatedRequests,
  policies: readonly NamedPolicy[],
  boundaries: readonly unknown[],
) {
  const { ActionNames = [], ResourceArns = ['*'], ContextEntries = [] } = input;
  const conditions = contextOf(ContextEntries);
  const keys = new Set(policies.flatMap(({ document }) => conditionKeysIn(document)));
  const missing = [...keys].filter((key) => !conditions.has(key.toLowerCase()));
  const pairs = ActionNames.flatMap((action) => ResourceArns.map((resource) => ({ action, resource })));
  const numbered = pairs.map((pair, index) => ({ pair, key: String(index).padStart(6, '0') }));
  const { items, more } = iamPage(numbered, ({ key }) => key, input);
  const results = items.map(({ pair }) => ({
    ...judge({ ...pair, conditions }, policies, boundaries),
    MissingContextValues: [...missing],
  }));
  return { EvaluationResults: results, ...more };
}

const contextOf = (entries: readonly ContextEntry[]): ConditionContext =>
  new Map(
    entries.map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
      ContextKeyName.toLowerCase(),
      ContextKeyValues,
    ]),
  );

function judge(
  request: AccessRequest,
  policies: readonly NamedPolicy[],
  boundaries: readonly unknown[],
): EvaluationResult {
  const [boundary] = boundaries;
  const identity = policies.map(({ document }) => document);
  const set: PolicySet = { identity, ...(boundary !== undefined && { boundary }) };
  const verdict = decide(set, request);
  const matched = verdict.allowed ? policies.filter(allows(request)) : policies.filter(denies(request));
  return {
    EvalActionName: request.action,
    EvalResourceName: request.resource,
    EvalDecision: verdict.allowed ? 'allowed' : verdict.explicit ? 'explicitDeny' : 'implicitDeny',
    MatchedStatements: matched.map(toStatement),
    ...(boundary !== undefined && {
      PermissionsBoundaryDecisionDetail: {
        AllowedByPermissionsBoundary: decide({ identity: [boundary] }, request).allowed,
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
