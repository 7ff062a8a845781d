import type {
  DeleteResourcePolicyRequest,
  DescribeResourcePoliciesRequest,
  DescribeResourcePoliciesResponse,
  PutResourcePolicyRequest,
  PutResourcePolicyResponse,
  ResourcePolicy,
} from '@aws-sdk/client-cloudwatch-logs';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { policyFaults } from '../../policy-syntax/index.ts';
import { onAllLogs } from './find-log-group.ts';
import { describeLimit, logsPolicyDocument, nextLogsToken } from './logs-constraints.ts';
import {
  invalidLogsParameter,
  invalidLogsToken,
  logsLimitExceeded,
  noSuchResourcePolicy,
} from './logs-errors.ts';
import { type LogsPolicy, logsIn } from './logs-state.ts';

/** API reference, PutResourcePolicy: "An account can have up to 10 resource policies per AWS Region." */
const MOST_POLICIES = 10;
const PAGE = 50;

export default {
  PutResourcePolicy: defineOperation<PutResourcePolicyRequest, PutResourcePolicyResponse>({
    constraints: { policyDocument: logsPolicyDocument },
    reads: ['policyName'],
    access: onAllLogs('PutResourcePolicy'),
    handle: (context) => {
      const { policyName: name = '', policyDocument: document = '' } = context.input;
      checkDocument(document);
      const { policies } = logsIn(context);
      if (!policies.has(name) && policies.size >= MOST_POLICIES) throw logsLimitExceeded();
      const policy = { name, document, updated: context.clock.account().getTime() };
      policies.set(name, policy);
      return { resourcePolicy: describe(policy) };
    },
  }),
  DescribeResourcePolicies: defineOperation<
    DescribeResourcePoliciesRequest,
    DescribeResourcePoliciesResponse
  >({
    constraints: { limit: describeLimit, nextToken: nextLogsToken },
    access: onAllLogs('DescribeResourcePolicies'),
    handle: (context) => {
      const { limit = PAGE, nextToken } = context.input;
      const sorted = sortedBy([...logsIn(context).policies.values()], ({ name }) => name);
      const page = paginate(sorted, ({ name }) => name, limit, nextToken);
      if (!page) throw invalidLogsToken();
      return { resourcePolicies: page.items.map(describe), nextToken: page.next };
    },
  }),
  DeleteResourcePolicy: defineOperation<DeleteResourcePolicyRequest, object>({
    reads: ['policyName'],
    access: onAllLogs('DeleteResourcePolicy'),
    handle: (context) => {
      const { policyName = '' } = context.input;
      if (!logsIn(context).policies.delete(policyName)) throw noSuchResourcePolicy(policyName);
      return {};
    },
  }),
};

function describe({ name, document, updated }: LogsPolicy): ResourcePolicy {
  return { policyName: name, policyDocument: document, lastUpdatedTime: updated, policyScope: 'ACCOUNT' };
}

/** Problems that the grammar finds in trust policies only. */
const ALLOWED: readonly string[] = ['misplaced-resource', 'trust-action', 'sid'];

function checkDocument(text: string): void {
  const faults = [...policyFaults(parse(text), 'trust')].filter(({ code }) => !ALLOWED.includes(code));
  // Our wording.
  if (faults.length > 0) throw invalidLogsParameter('The policy document is not a valid resource policy.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Our wording.
    throw invalidLogsParameter('The policy document is not valid JSON.');
  }
}
