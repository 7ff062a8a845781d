import { policyFaults } from '../../policy-syntax/index.ts';
import { invalidParameter } from './sns-errors.ts';
import type { TopicRecord } from './sns-state.ts';

/** Actions that a topic's policy may name. Source: Developer Guide, "Amazon SNS API permissions". */
export const POLICY_ACTIONS = [
  'GetTopicAttributes',
  'SetTopicAttributes',
  'AddPermission',
  'RemovePermission',
  'DeleteTopic',
  'Subscribe',
  'ListSubscriptionsByTopic',
  'Publish',
];

/** The policy of a topic as it was set, else the one that each topic begins with. */
export function policyTextOf({ arn, attributes }: TopicRecord, account: string): string {
  return attributes.get('Policy') || initialPolicy(arn, account);
}

/** As recorded on AWS. `AWS:SourceOwner` is in the calls of some services only, such as CloudWatch's alarms. */
function initialPolicy(arn: string, account: string): string {
  return JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: POLICY_ACTIONS.map((name) => `SNS:${name}`),
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': account } },
      },
    ],
  });
}

/** Problems that the grammar finds in trust policies only. */
const ALLOWED: readonly string[] = ['misplaced-resource', 'trust-action'];

/**
 * Checks a policy that is set as an attribute, by the grammar of trust policies with resources. Throws InvalidParameter;
 * "Policy Error: null" is a text that users of AWS quote, the one for a missing principal is ours.
 */
export function checkTopicPolicy(text: string): void {
  const document = parse(text);
  const faults = [...policyFaults(document, 'trust')].filter(({ code }) => !ALLOWED.includes(code));
  if (faults.some(({ code }) => code === 'no-principal'))
    throw invalidParameter('Policy statement must contain a principal!');
  if (faults.length > 0 || !statementsOf(document).every(namesResources))
    throw invalidParameter('Policy Error: null');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParameter('Policy Error: null');
  }
}

function statementsOf(document: unknown): Readonly<Record<string, unknown>>[] {
  return [(document as { Statement: Record<string, unknown> | Record<string, unknown>[] }).Statement].flat();
}

function namesResources({ Resource, NotResource }: Readonly<Record<string, unknown>>): boolean {
  const names = [Resource ?? NotResource].flat();
  return names.length > 0 && names.every((name) => typeof name === 'string');
}
