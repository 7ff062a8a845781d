import * as z from 'zod';
import { isConditionOperator } from '../authorization/index.ts';

const ACTIONS = "Write an action such as 's3:ListAllMyBuckets', also with * or ?, or a list of them.";
const RESOURCES = "Write an ARN such as 'arn:aws:s3:::example-bucket/*', or '*', or a list of them.";
const BALANCE =
  'Give a statement exactly one of Action and NotAction, and exactly one of Resource and NotResource.';

/** IAM takes one of something for a list of one. */
const listOf = <Item extends z.ZodType>(item: Item, error: string) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item, { error }).min(1, { error }),
  );

const action = z.string({ error: ACTIONS }).regex(/^(\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+)$/, { error: ACTIONS });
const resource = z.string({ error: RESOURCES }).regex(/^(\*|arn:.+)$/, { error: RESOURCES });

const CONDITION = "Write operators, each with keys and values: { StringLike: { 's3:prefix': 'home/*' } }.";
const OPERATOR =
  'Write a condition operator such as StringLike, Bool, DateLessThan or IpAddress; Null only in quotes.';

const conditionValue = z.union([z.string(), z.number(), z.boolean()], { error: CONDITION });
const condition = z
  .record(z.string(), z.record(z.string(), listOf(conditionValue, CONDITION), { error: CONDITION }), {
    error: CONDITION,
  })
  .superRefine((block, context) => {
    for (const operator of Object.keys(block))
      if (!isConditionOperator(operator))
        context.addIssue({ code: 'custom', path: [operator], message: OPERATOR });
  });

export const statement = z.strictObject({
  Sid: z.string({ error: 'Write a name for the statement.' }).optional(),
  Effect: z.enum(['Allow', 'Deny'], { error: 'Write Allow or Deny.' }),
  Action: listOf(action, ACTIONS).optional(),
  NotAction: listOf(action, ACTIONS).optional(),
  Resource: listOf(resource, RESOURCES).optional(),
  NotResource: listOf(resource, RESOURCES).optional(),
  Condition: condition.optional(),
});

const balanced = statement.refine(
  ({ Action, NotAction, Resource, NotResource }) =>
    (Action === undefined) !== (NotAction === undefined) &&
    (Resource === undefined) !== (NotResource === undefined),
  { error: BALANCE },
);

/** An identity-based policy, in IAM's grammar. */
const identityPolicy = z.strictObject(
  {
    Version: z.enum(['2012-10-17', '2008-10-17'], { error: "Write '2012-10-17', in quotes." }).optional(),
    Id: z.string({ error: 'Write a name for the policy document.' }).optional(),
    Statement: listOf(balanced, 'Write a statement with Effect, Action and Resource, or a list of them.'),
  },
  { error: strictError('Write a policy document with Version and Statement.') },
);

const PRINCIPAL =
  "Write whom the role trusts: { AWS: 'arn:aws:iam::123456789012:user/name' } or { Service: ec2.amazonaws.com }.";
const TRUSTED = "Write 'sts:AssumeRole', or a list of actions of STS.";

export const trustStatement = z.strictObject(
  {
    Sid: z.string({ error: 'Write a name for the statement.' }).optional(),
    Effect: z.enum(['Allow', 'Deny'], { error: 'Write Allow or Deny.' }),
    Principal: z.union(
      [
        z.literal('*'),
        z.partialRecord(z.enum(['AWS', 'Service', 'Federated']), listOf(z.string(), PRINCIPAL)),
      ],
      { error: PRINCIPAL },
    ),
    Action: listOf(z.string({ error: TRUSTED }).regex(/^sts:[a-zA-Z*?]+$/, { error: TRUSTED }), TRUSTED),
    Condition: condition.optional(),
  },
  { error: strictError('Write a statement with Effect, Principal and Action.') },
);

/** A role's trust policy, in IAM's grammar. */
export const trustDocument = z.strictObject(
  {
    Version: z.enum(['2012-10-17', '2008-10-17'], { error: "Write '2012-10-17', in quotes." }).optional(),
    Id: z.string({ error: 'Write a name for the policy document.' }).optional(),
    Statement: listOf(
      trustStatement,
      'Write a statement with Effect, Principal and Action, or a list of them.',
    ),
  },
  { error: strictError('Write a trust policy with Version and Statement.') },
);

/** The error of an object that is none; unknown fields keep zod's own issue. */
export function strictError(text: string): (issue: { code?: string }) => string | undefined {
  return (issue) => (issue.code === 'invalid_type' ? text : undefined);
}

/** The same, as an account file may have it: AWS takes variables in an older document for text, and says nothing. */
export const policyDocument = identityPolicy.refine(
  (document) => document.Version === '2012-10-17' || !JSON.stringify(document).includes('${'),
  {
    path: ['Version'],
    error: "Write Version: '2012-10-17': without it, policy variables are plain text.",
  },
);

/** Whether data is an identity-based policy. */
export function isPolicyDocument(data: unknown): boolean {
  return identityPolicy.safeParse(data).success;
}
