import { invalidParameter } from './sns-errors.ts';
import type { Topic } from './state.ts';

/** What a policy of a topic may speak of. Source: Developer Guide, "Amazon SNS API permissions". */
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
export function policyTextOf({ arn, attributes }: Topic, account: string): string {
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

/** Checks a policy that is set as an attribute. Our wording beside "Policy Error": AWS's reasons are not known. */
export function checkPolicy(text: string): void {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw invalidParameter('Policy Error: null');
  }
  const { Statement } = Object(policy) as { Statement?: unknown };
  const statements = [Statement].flat();
  if (statements.some((one) => typeof one !== 'object' || one === null || !('Principal' in one)))
    throw invalidParameter('Policy statement must contain a principal!');
}
